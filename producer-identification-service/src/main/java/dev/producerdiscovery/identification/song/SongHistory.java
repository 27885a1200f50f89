package dev.producerdiscovery.identification.song;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was answered about a song before.
 *
 * @param completedAt when its identification last ended; null when it never did
 * @param produced whether somebody is credited with producing it
 * @param newAlbums whether it is on an album that was not looked up yet, or is due again
 * @param nextQuestions per source that credited nobody: when to ask it again
 */
public record SongHistory(
        @Nullable Instant completedAt, boolean produced, boolean newAlbums, Map<String, Instant> nextQuestions) {

    public SongHistory {
        nextQuestions = Map.copyOf(nextQuestions);
    }

    /** Nothing was asked yet. */
    public static SongHistory none() {
        return new SongHistory(null, false, true, Map.of());
    }

    /** True when the source said that it credits nobody, and that answer still holds. */
    public boolean answeredByNobody(String source, Instant now) {
        Instant next = nextQuestions.get(source);
        return next != null && now.isBefore(next);
    }

    /** True when asking again now would find out nothing new. */
    public boolean isFresh(Instant now, Duration refreshAfter) {
        if (completedAt == null || !now.isBefore(completedAt.plus(refreshAfter))) {
            return false;
        }
        return produced
                || (!newAlbums
                        && !nextQuestions.isEmpty()
                        && nextQuestions.values().stream().allMatch(now::isBefore));
    }
}
