package dev.producerdiscovery.matching.name;

/** The key under which a person or an act is stored and found again. */
public final class NameKey {

    private NameKey() {}

    /**
     * Makes the comparison key of a name, without what a source appends to tell its own entries apart
     * ("(Producer)", "(FRA)", "(2)"): that belongs to the source's id. Other bracketed remarks stay, because
     * they name somebody else.
     *
     * @return never empty; the key of a key is the key itself
     * @throws IllegalArgumentException when the name holds no visible character
     */
    public static String of(String name) {
        return PersonName.parse(name).key();
    }
}
