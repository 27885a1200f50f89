package dev.producerdiscovery.provider.discogs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A track as listed. {@code position} is as printed, {@code A1} or {@code 2-07}, and may be empty. */
public record DiscogsTrack(
        String position,
        String title,
        @Nullable Integer durationMs,
        List<DiscogsCredit> artists,
        List<DiscogsCredit> credits) {}
