package dev.producerdiscovery.matching.title;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a title about the version ("2011 Remaster", "Someone Remix").
 *
 * @param type what it is
 * @param text as the title says it, without brackets
 * @param by who made this version by what the title says; a mere name, which may be a place or a mood as well
 * @param year a year it names
 * @param recording what tells this recording from the song's others, for {@link Title#recordingKey()}; empty when
 *     it is the same recording (a remaster, an edition, a radio edit)
 */
public record Version(
        VersionType type,
        String text,
        List<String> by,
        @Nullable Integer year,
        List<String> recording) {

    public Version {
        by = List.copyOf(by);
        recording = List.copyOf(recording);
    }

    /** True when this version was made anew: its credits are not those of the song's first recording. */
    public boolean isOtherRecording() {
        return !recording.isEmpty();
    }
}
