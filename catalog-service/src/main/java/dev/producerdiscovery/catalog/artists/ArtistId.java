package dev.producerdiscovery.catalog.artists;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** By what a catalogue knows an artist; one of the two. */
record ArtistId(@Nullable String spotify, @Nullable String musicbrainz) {

    /** An id alone, or as the end of a link's path or of a URI. */
    private static final Pattern SPOTIFY = Pattern.compile("(?:\\S+artist[/:])?([0-9A-Za-z]{22})(?:[?#]\\S*)?");

    private static final Pattern MUSICBRAINZ =
            Pattern.compile("(?i)(?:\\S+artist/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]\\S*)?");

    /** The id that somebody may mean by this. A name of one long word looks like one. */
    static Optional<ArtistId> in(String term) {
        Matcher musicbrainz = MUSICBRAINZ.matcher(term);
        if (musicbrainz.matches()) {
            return Optional.of(new ArtistId(null, musicbrainz.group(1).toLowerCase(Locale.ROOT)));
        }
        Matcher spotify = SPOTIFY.matcher(term);
        return spotify.matches() ? Optional.of(new ArtistId(spotify.group(1), null)) : Optional.empty();
    }
}
