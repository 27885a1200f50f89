package dev.producerdiscovery.dumpimport;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells now and then how far the import is, how fast, and when it will have ended. Used by one thread. */
final class Progress {

    private static final Logger log = LoggerFactory.getLogger(Progress.class);

    private final Duration interval;
    private final LongSupplier nanoTime;
    private final Supplier<OptionalDouble> share;
    private long begunAt;
    private long toldAt;
    private long firstLine;
    private double firstShare;

    /**
     * @param nanoTime a steady clock, as {@link System#nanoTime}
     * @param share how much of the file is read, 0 to 1, if that is known
     */
    Progress(Duration interval, LongSupplier nanoTime, Supplier<OptionalDouble> share) {
        this.interval = interval;
        this.nanoTime = nanoTime;
        this.share = share;
        this.begunAt = nanoTime.getAsLong();
        this.toldAt = begunAt;
    }

    /** The way to where an interrupted import had come. */
    void skipping(long lines) {
        if (isTime()) {
            log.info("Still on the way to line {}{}", "%,d".formatted(lines + 1), shareRead());
        }
    }

    /** The first line is about to be read; rates count from here. */
    void begin(long lines) {
        begunAt = nanoTime.getAsLong();
        firstLine = lines;
        firstShare = share.get().orElse(0);
    }

    void line(long lines, long kept, long broken) {
        if (isTime()) {
            log.info(summary(lines, kept, broken));
        }
    }

    /** Where the import stands now, in words. */
    String summary(long lines, long kept, long broken) {
        double seconds = Math.max((nanoTime.getAsLong() - begunAt) / 1e9, 1e-3);
        return "%,d lines, %,d kept, %,d broken; %,.0f lines/s%s%s"
                .formatted(lines, kept, broken, (lines - firstLine) / seconds, shareRead(), remaining(seconds));
    }

    private String shareRead() {
        OptionalDouble read = share.get();
        return read.isPresent() ? ", %.1f %% read".formatted(read.getAsDouble() * 100) : "";
    }

    private String remaining(double seconds) {
        double read = share.get().orElse(0);
        double rate = (read - firstShare) / seconds;
        if (rate <= 0 || read >= 1) {
            return "";
        }
        long minutes = Math.round((1 - read) / rate / 60);
        return minutes < 1
                ? ", under a minute left"
                : ", about %d h %02d min left".formatted(minutes / 60, minutes % 60);
    }

    private boolean isTime() {
        long now = nanoTime.getAsLong();
        if (now - toldAt < interval.toNanos()) {
            return false;
        }
        toldAt = now;
        return true;
    }
}
