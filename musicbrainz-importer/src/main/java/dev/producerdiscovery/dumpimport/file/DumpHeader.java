package dev.producerdiscovery.dumpimport.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which dump it is.
 *
 * @param stamp tells it from all others of its kind
 * @param takenAt when MusicBrainz took it
 * @param replicationSequence null when it comes without
 */
public record DumpHeader(
        Kind kind, String stamp, Instant takenAt, @Nullable Long replicationSequence) {}
