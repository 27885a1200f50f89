package dev.producerdiscovery.endtoend.soak;

import java.time.Duration;
import java.util.List;

/**
 * What happens when. {@code -Dsoak.minutes} and {@code -Dsoak.artists} change it.
 *
 * @param duration in which the artists are posted evenly
 */
record Plan(Duration duration, int artists) {

    static final Duration WALK = Duration.ofSeconds(10);

    private static final Duration SHORTEST_SAMPLING = Duration.ofSeconds(15);
    private static final int SAMPLES = 120;

    /** Twice what Hikari keeps a connection for, so that the second and the last quarter see sessions of one age. */
    private static final Duration SESSIONS_TWICE = Duration.ofMinutes(60);

    /**
     * A restart.
     *
     * @param at share of the duration that is over
     * @param gently whether it is asked to stop; otherwise it is killed
     */
    record Restart(double at, String service, boolean gently) {}

    /**
     * Each service once in the first quarter, so that what is compared afterwards comes from processes that took over the
     * work of others. Two more in the third, whose processes are compared within the time between their restarts.
     */
    static final List<Restart> RESTARTS = List.of(
            new Restart(0.03, "artist-discovery-service", true),
            new Restart(0.05, "album-discovery-service", true),
            new Restart(0.07, "track-discovery-service", false),
            new Restart(0.09, "producer-identification-service", true),
            new Restart(0.11, "social-enrichment-service", true),
            new Restart(0.13, "queue-monitor-service", true),
            new Restart(0.15, "catalog-service", true),
            new Restart(0.60, "album-discovery-service", false),
            new Restart(0.65, "catalog-service", true));

    static Plan ofSystemProperties() {
        return new Plan(
                Duration.ofMinutes(Integer.getInteger("soak.minutes", 10)), Integer.getInteger("soak.artists", 300));
    }

    Duration betweenArtists() {
        return duration.dividedBy(artists);
    }

    /** Each takes a collection of every process, so there are not more than are needed. */
    Duration betweenSamples() {
        Duration even = duration.dividedBy(SAMPLES);
        return even.compareTo(SHORTEST_SAMPLING) < 0 ? SHORTEST_SAMPLING : even;
    }

    /**
     * A session of PostgreSQL grows with each kind of thing that it does for the first time, and a pool gives now this one
     * and now that one, for half an hour: until then all together only warm up, and the largest one tells.
     */
    boolean tellsOf(Flatness verdict) {
        return duration.compareTo(SESSIONS_TWICE) >= 0
                || !verdict.process().equals(Members.POSTGRES)
                || verdict.figure() != Figure.MEMORY;
    }

    Duration until(Restart restart) {
        return Duration.ofMillis((long) (duration.toMillis() * restart.at()));
    }
}
