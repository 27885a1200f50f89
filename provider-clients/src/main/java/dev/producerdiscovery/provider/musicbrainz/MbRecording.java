package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One recording of a song. {@code lengthMs} is unknown for some. */
public record MbRecording(
        String id,
        String title,
        @Nullable Integer lengthMs,
        List<String> isrcs,
        List<MbArtistCredit> artistCredit,
        List<MbRelation> relations) {}
