package dev.producerdiscovery.dumpimport.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a release or recording is found.
 *
 * @param kind as the database names it: spotify, barcode or isrc
 * @param target id of the recording for an ISRC, else of the release
 */
record Key(String kind, String value, String target) {

    private static final Pattern SPOTIFY_ALBUM =
            Pattern.compile("https?://open\\.spotify\\.com/(?:intl-[a-z]+/)?album/([0-9A-Za-z]{22})/?(?:[?#].*)?");
    private static final Pattern BARCODE = Pattern.compile("0*([1-9][0-9]{6,13})");
    private static final Pattern ISRC = Pattern.compile("[A-Z]{2}[0-9A-Z]{3}[0-9]{7}");

    static Optional<String> spotifyAlbum(String address) {
        Matcher album = SPOTIFY_ALBUM.matcher(address);
        return album.matches() ? Optional.of(album.group(1)) : Optional.empty();
    }

    /** Without leading zeros: the same code is printed with 12, 13 and 14 digits. */
    static Optional<String> barcode(String text) {
        Matcher barcode = BARCODE.matcher(text.strip());
        return barcode.matches() ? Optional.of(barcode.group(1)) : Optional.empty();
    }

    static Optional<String> isrc(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return ISRC.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
