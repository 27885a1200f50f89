package dev.producerdiscovery.dumpimport.entry;

import dev.producerdiscovery.matching.text.Folding;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a release, recording or artist is found.
 *
 * @param kind as the database names it
 * @param target id of the recording for an ISRC, of the artist for a name, else of the release
 */
record Key(String kind, String value, String target) {

    /** More would be a burden to the index, and nobody has such a name. */
    private static final int LONGEST_NAME = 100;

    private static final String NAME = "name";

    private static final Pattern SPOTIFY_ALBUM =
            Pattern.compile("https?://open\\.spotify\\.com/(?:intl-[a-z]+/)?album/([0-9A-Za-z]{22})/?(?:[?#].*)?");
    private static final Pattern SPOTIFY_TRACK =
            Pattern.compile("https?://open\\.spotify\\.com/(?:intl-[a-z]+/)?track/[0-9A-Za-z]{22}/?(?:[?#].*)?");
    private static final Pattern BARCODE = Pattern.compile("0*([1-9][0-9]{6,13})");
    private static final Pattern ISRC = Pattern.compile("[A-Z]{2}[0-9A-Z]{3}[0-9]{7}");

    /** The value as JSON: only a name is more than letters and digits. */
    String json() {
        return kind.equals(NAME) ? EntryReader.JSON.writeValueAsString(value) : '"' + value + '"';
    }

    static Optional<String> spotifyAlbum(String address) {
        Matcher album = SPOTIFY_ALBUM.matcher(address);
        return album.matches() ? Optional.of(album.group(1)) : Optional.empty();
    }

    static boolean isSpotifyTrack(String address) {
        return SPOTIFY_TRACK.matcher(address).matches();
    }

    /** Without leading zeros: the same code is printed with 12, 13 and 14 digits. */
    static Optional<String> barcode(String text) {
        Matcher barcode = BARCODE.matcher(text.strip());
        return barcode.matches() ? Optional.of(barcode.group(1)) : Optional.empty();
    }

    /** As names are compared; empty for a name without anything to see. */
    static Optional<Key> name(String name, String artist) {
        String key = Folding.key(name);
        String cut = key.substring(
                0, key.offsetByCodePoints(0, Math.min(LONGEST_NAME, key.codePointCount(0, key.length()))));
        return key.isEmpty() ? Optional.empty() : Optional.of(new Key(NAME, cut, artist));
    }

    static Optional<String> isrc(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return ISRC.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
