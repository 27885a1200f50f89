package dev.producerdiscovery.descriptor;

import java.util.regex.Pattern;

/**
 * A variable of the environment by which something is configured.
 *
 * @param property what it sets
 * @param fallback the property's value without the variable; empty for what the program makes of nothing
 * @param simulated what the property holds while the simulator answers for the provider, with {@code {simulator}} for the
 *     simulator's address; empty for what it would hold anyway
 * @param meaning for people, in Markdown
 */
public record Setting(String property, String variable, Kind kind, String fallback, String simulated, String meaning) {

    /** What a setting is for. */
    public enum Kind {
        /** Lets us in. Only those who ask the provider may know it. */
        KEY,
        /** Says who we are, which some providers ask for instead of a key. */
        CONTACT,
        /** Where the provider is. */
        ADDRESS,
        OPTION
    }

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*[A-Z0-9]");

    public Setting {
        if (!VARIABLE.matcher(variable).matches()) {
            throw new IllegalArgumentException("This is no name of a variable: " + variable);
        }
    }

    /** Whether somebody who sets it wants to ask the provider itself, rather than a simulator. */
    boolean makesReal() {
        return kind != Kind.OPTION;
    }

    /** What Spring puts into the property: the variable, or the fallback. */
    public String placeholder() {
        return "${" + variable + ":" + fallback + "}";
    }
}
