package dev.producerdiscovery.provider.musicbrainz;

import org.jspecify.annotations.Nullable;

/** A recording's place on a medium. */
public record MbTrack(
        @Nullable Integer position, String title, @Nullable Integer lengthMs, MbRecording recording) {}
