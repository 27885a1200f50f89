package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recording of a song. {@code lengthMs} is unknown for some.
 *
 * @param disambiguation what tells it from others of its title, such as {@code live, 2003-05-04: Paris}; that is kept out
 *     of titles
 * @param video whether it is one of pictures, too
 */
public record MbRecording(
        String id,
        String title,
        @Nullable String disambiguation,
        @Nullable Integer lengthMs,
        boolean video,
        List<String> isrcs,
        List<MbArtistCredit> artistCredit,
        List<MbRelation> relations) {}
