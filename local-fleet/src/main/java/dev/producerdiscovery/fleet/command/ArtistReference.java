package dev.producerdiscovery.fleet.command;

import java.util.List;
import java.util.regex.Pattern;

/** Tells ids and links of artists from names. Which artist it is, and whether it is one, the service finds out. */
final class ArtistReference {

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?i)(spotify:artist:|https?://open\\.spotify\\.com/).*"),
            Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[0-9A-Za-z]{22}"),
            Pattern.compile("(?i)(https?://)?([a-z]+\\.)?musicbrainz\\.org/.*"),
            Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));

    private ArtistReference() {}

    static boolean isOne(String text) {
        return FORMS.stream().anyMatch(form -> form.matcher(text).matches());
    }
}
