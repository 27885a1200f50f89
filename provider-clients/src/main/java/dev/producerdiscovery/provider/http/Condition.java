package dev.producerdiscovery.provider.http;

import java.util.Locale;

/** How a provider does. */
public enum Condition {
    FINE,
    /** It does not answer, or with errors of its own. */
    DOWN,
    /** It does not want us: the account is refused, or too much was asked. */
    BLOCKED,
    /** It answers, but no longer what it used to. */
    CHANGED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
