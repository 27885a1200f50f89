package dev.producerdiscovery.catalog;

import dev.producerdiscovery.web.InvalidField;

/** What a person typed into a search box. */
public final class SearchTerm {

    private static final int MAX_LENGTH = 200;

    private SearchTerm() {}

    /** Without the space around it; empty finds everything. */
    public static String of(String q) {
        return of("q", q);
    }

    public static String of(String field, String value) {
        if (value.length() > MAX_LENGTH) {
            throw new InvalidField(field, "must not be longer than " + MAX_LENGTH + " characters");
        }
        return value.strip();
    }
}
