package dev.producerdiscovery.simulator.catalogue;

import dev.producerdiscovery.simulator.search.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Invents names, each only once: whoever shares a name in this catalogue does so on purpose. Not thread-safe.
 *
 * <p>Surnames are put together from syllables, so that a real musician's name is as good as impossible.
 */
final class NameMaker {

    private final Set<String> taken = new HashSet<>();

    String person(Dice dice) {
        return once(() -> dice.pick(Vocabulary.FIRST_NAMES) + " " + surname(dice));
    }

    String accentedPerson(Dice dice) {
        return once(() -> dice.pick(Vocabulary.ACCENTED_FIRST_NAMES) + " " + dice.pick(Vocabulary.SURNAME_STARTS)
                + dice.pick(Vocabulary.SURNAME_MIDDLES) + dice.pick(Vocabulary.ACCENTED_SURNAME_ENDS));
    }

    String cyrillicPerson(Dice dice) {
        return once(() ->
                dice.pick(Vocabulary.CYRILLIC_NAMES) + " " + dice.pick(Vocabulary.CYRILLIC_SURNAMES) + numeral(dice));
    }

    String greekPerson(Dice dice) {
        return once(
                () -> dice.pick(Vocabulary.GREEK_NAMES) + " " + dice.pick(Vocabulary.GREEK_SURNAMES) + numeral(dice));
    }

    String kana(Dice dice) {
        return once(() -> {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                name.append(dice.pick(Vocabulary.KANA));
            }
            return name.toString();
        });
    }

    /** The same sounds in Latin letters, as Latin-script sources write them. */
    static String romanised(String kana) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < kana.length(); i++) {
            latin.append(Vocabulary.LATIN_OF_KANA.get(Vocabulary.KANA.indexOf(kana.substring(i, i + 1))));
        }
        return Character.toUpperCase(latin.charAt(0)) + latin.substring(1);
    }

    String surname(Dice dice) {
        return dice.pick(Vocabulary.SURNAME_STARTS)
                + dice.pick(Vocabulary.SURNAME_MIDDLES)
                + dice.pick(Vocabulary.SURNAME_ENDS);
    }

    String moniker(Dice dice) {
        return once(() -> dice.pick(Vocabulary.MONIKER_STARTS) + dice.pick(Vocabulary.MONIKER_ENDS));
    }

    String band(Dice dice) {
        return once(() -> "The " + dice.pick(Vocabulary.ADJECTIVES) + " " + dice.pick(Vocabulary.NOUNS) + "s");
    }

    /** A name of which it is certain that nobody else has it. */
    String once(Supplier<String> maker) {
        String name = maker.get();
        for (int attempt = 2; !taken.add(Words.fold(name)); attempt++) {
            name = attempt < 20 ? maker.get() : maker.get() + " " + roman(attempt - 18);
        }
        return name;
    }

    private static String numeral(Dice dice) {
        return dice.chance(0.2) ? " " + roman(dice.between(2, 4)) : "";
    }

    private static String roman(int number) {
        return "X".repeat(number / 10)
                + switch (number % 10) {
                    case 1 -> "I";
                    case 2 -> "II";
                    case 3 -> "III";
                    case 4 -> "IV";
                    case 5 -> "V";
                    case 6 -> "VI";
                    case 7 -> "VII";
                    case 8 -> "VIII";
                    case 9 -> "IX";
                    default -> "";
                };
    }
}
