package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.match.Choice.Kind;
import dev.producerdiscovery.matching.name.Names;
import dev.producerdiscovery.matching.title.Title;
import dev.producerdiscovery.matching.title.TitleParser;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The gates of artist and title for one song, and the score of what passes them. */
final class SongGates {

    private static final double ARTIST_FLOOR = 0.85;
    private static final int SAME_LENGTH_MS = 3_000;
    private static final int OTHER_LENGTH_MS = 30_000;

    private final SongQuery song;
    private final @Nullable Title title;

    SongGates(SongQuery song) {
        this.song = song;
        this.title = parsed(song);
    }

    /** @param other the candidate's title, as it was {@link #parsed} */
    SongScore score(SongQuery candidate, @Nullable Title other) {
        if (!Collections.disjoint(song.ids(), candidate.ids())) {
            return new SongScore(1, Kind.IDENTIFIER);
        }
        if (title == null || other == null) {
            return SongScore.NONE;
        }
        // The cheaper gate first: most candidates are other songs of the artist.
        double likeTitle = TitleGate.likeness(title, other);
        // A remix or a live take of the song has other producers than the song.
        boolean sameVersion = title.recordingMarks().equals(other.recordingMarks());
        if (likeTitle == 0 || !sameVersion) {
            return SongScore.NONE;
        }
        boolean sameArtistId = !Collections.disjoint(song.artistIds(), candidate.artistIds());
        double artist = sameArtistId ? 1 : ArtistGate.likeness(song, title, candidate, other);
        if (artist < ARTIST_FLOOR) {
            return SongScore.NONE;
        }
        double strength = 0.95 * artist * likeTitle * length(candidate) * album(candidate);
        return new SongScore(strength, artist == 1 && likeTitle == 1 ? Kind.EXACT : Kind.SIMILAR);
    }

    /** Full up to three seconds, falling to three quarters at thirty: lengths differ between services. */
    private double length(SongQuery candidate) {
        if (song.lengthMs() == null || candidate.lengthMs() == null) {
            return 0.98;
        }
        int apart = Math.abs(song.lengthMs() - candidate.lengthMs());
        double excess = Math.clamp((double) (apart - SAME_LENGTH_MS) / (OTHER_LENGTH_MS - SAME_LENGTH_MS), 0, 1);
        return 1 - 0.25 * excess - Math.min(apart, SAME_LENGTH_MS) * 1e-6;
    }

    private double album(SongQuery candidate) {
        return song.album() == null || candidate.album() == null
                ? 0.98
                : AlbumTitles.likeness(song.album(), candidate.album());
    }

    /** True for two entries of one recording. */
    static boolean sameRecording(SongQuery a, SongQuery b) {
        if (!Collections.disjoint(a.ids(), b.ids())) {
            return true;
        }
        Title titleA = parsed(a);
        Title titleB = parsed(b);
        boolean sameLength =
                a.lengthMs() != null && b.lengthMs() != null && Math.abs(a.lengthMs() - b.lengthMs()) <= SAME_LENGTH_MS;
        return titleA != null
                && titleB != null
                && sameLength
                && Objects.equals(titleA.recordingKey(), titleB.recordingKey())
                && ArtistGate.likeness(a, titleA, b, titleB) == 1;
    }

    /** The title taken apart; null where nobody is named, or the title holds nothing visible. */
    static @Nullable Title parsed(SongQuery song) {
        boolean somebody = song.artists().stream().anyMatch(name -> !name.isBlank() && !Names.isPlaceholder(name));
        try {
            return somebody || !song.artistIds().isEmpty() ? TitleParser.parse(song.title()) : null;
        } catch (IllegalArgumentException blank) {
            return null;
        }
    }
}
