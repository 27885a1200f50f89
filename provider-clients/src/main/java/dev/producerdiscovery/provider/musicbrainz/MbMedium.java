package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A disc, or what stands for one in a digital release. */
public record MbMedium(@Nullable Integer position, List<MbTrack> tracks) {}
