package dev.producerdiscovery.identification.song;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was answered about a song before.
 *
 * @param completedAt when its identification last ended; null when it never did
 * @param version the {@link Song#version} that it ended for, {@link #PROVISIONAL}, or null where nobody noted it
 * @param produced whether somebody is credited with producing it
 * @param newAlbums whether it is on an album that was not looked up yet, or is due again
 * @param nextQuestions per source that credited nobody: when to ask it again
 */
public record SongHistory(
        @Nullable Instant completedAt,
        @Nullable String version,
        boolean produced,
        boolean newAlbums,
        Map<String, Instant> nextQuestions) {

    /** What is noted as version where a source could not be asked yet. */
    public static final String PROVISIONAL = "provisional";

    public SongHistory {
        nextQuestions = Map.copyOf(nextQuestions);
    }

    /** Nothing was asked yet. */
    public static SongHistory none() {
        return new SongHistory(null, null, false, true, Map.of());
    }

    /** True when the song has a result that lacks the answer of a source. */
    public boolean isProvisional() {
        return PROVISIONAL.equals(version);
    }

    /**
     * What of this counts for the song as it is now. What a source said when less was known of the song is no answer: it
     * may find by the new track what it did not find by the others.
     */
    public SongHistory about(Song song) {
        return version == null || version.equals(song.version()) || isProvisional()
                ? this
                : new SongHistory(null, null, produced, newAlbums, Map.of());
    }

    /** True when the source said that it credits nobody, and that answer still holds. */
    public boolean answeredByNobody(String source, Instant now) {
        Instant next = nextQuestions.get(source);
        return next != null && now.isBefore(next);
    }

    /** True when asking again now would find out nothing new. */
    public boolean isFresh(Instant now, Duration refreshAfter) {
        if (completedAt == null || isProvisional() || !now.isBefore(completedAt.plus(refreshAfter))) {
            return false;
        }
        return produced
                || (!newAlbums
                        && !nextQuestions.isEmpty()
                        && nextQuestions.values().stream().allMatch(now::isBefore));
    }
}
