package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.matching.title.Title;
import dev.producerdiscovery.matching.title.VersionType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a track tells which song it is a recording of.
 *
 * @param key the title's recording key: equal for a remaster, different for a remix
 * @param edited whether the title says that the length was changed (radio edit, extended): then it is no sign of another
 *     song
 */
record Recording(
        String key, @Nullable Integer durationMs, @Nullable String isrc, boolean edited) {

    private static final Set<VersionType> EDITS =
            Set.of(VersionType.RADIO, VersionType.EXTENDED, VersionType.EDIT, VersionType.MIX, VersionType.VERSION);

    /** The database keeps no longer keys, and people read longer ones where songs of a title are told apart. */
    private static final int LONGEST_KEY = 480;

    static Recording of(Title title, @Nullable Integer durationMs, @Nullable String isrc) {
        String code = isrc == null ? null : isrc.toUpperCase(Locale.ROOT);
        return new Recording(key(title), durationMs, code, EDITS.stream().anyMatch(title::has));
    }

    /** Rounded; 0 when the length is not known. */
    int seconds() {
        return durationMs == null ? 0 : (int) Math.round(durationMs / 1000.0);
    }

    static String key(Title title) {
        String key = title.recordingKey();
        return key.substring(0, Math.min(key.length(), LONGEST_KEY));
    }
}
