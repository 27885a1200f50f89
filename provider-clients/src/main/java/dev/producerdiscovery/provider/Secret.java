package dev.producerdiscovery.provider;

import dev.producerdiscovery.secrets.Secrets;

/** A key or token. Prints as stars, so that it cannot slip into a log line, a message or a page. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Used by Spring to bind a property; blank means not configured. */
    public static Secret valueOf(String value) {
        Secrets.keep(value.strip());
        return new Secret(value.strip());
    }

    public boolean isSet() {
        return !value.isEmpty();
    }

    /** The secret itself, for an Authorization header and nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return isSet() ? "***" : "(not set)";
    }
}
