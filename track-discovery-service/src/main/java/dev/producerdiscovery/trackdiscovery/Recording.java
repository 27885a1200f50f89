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

    /** The database keeps no longer names, and a song that is distinguished gets a longer one. */
    private static final int LONGEST_KEY = 480;

    static Recording of(Title title, @Nullable Integer durationMs, @Nullable String isrc) {
        String code = isrc == null ? null : isrc.toUpperCase(Locale.ROOT);
        return new Recording(key(title), durationMs, code, EDITS.stream().anyMatch(title::has));
    }

    static String key(Title title) {
        String key = title.recordingKey();
        return key.substring(0, Math.min(key.length(), LONGEST_KEY));
    }
}
