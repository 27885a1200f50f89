package dev.producerdiscovery.enrichment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Addresses that people publish in what they write about themselves. */
final class EmailAddress {

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,190}[A-Za-z0-9])?\\.[A-Za-z]{2,24}");

    private EmailAddress() {}

    /** The first address in a text. */
    static Optional<String> in(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .findFirst();
    }
}
