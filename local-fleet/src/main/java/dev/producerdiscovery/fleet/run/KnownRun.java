package dev.producerdiscovery.fleet.run;

import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/**
 * One of the latest runs, as the operators' service lists it.
 *
 * @param asked the artist's name or id as somebody gave it; the artist's own name once it is known
 * @param done steps that are done or have failed for good
 * @param steps all that are known so far
 */
record KnownRun(String id, String asked, String state, OffsetDateTime startedAt, long done, long steps) {

    /** Enough to tell the latest runs apart, and to type. */
    private static final int SHORT = 8;

    static KnownRun from(JsonNode run) {
        JsonNode asked = run.path("asked");
        String given = asked.path("artistName").asString(asked.path("artistId").asString(""));
        long done = 0;
        long open = 0;
        for (JsonNode stage : run.path("stages")) {
            done += stage.path("done").asLong(0) + stage.path("dead").asLong(0);
            open += stage.path("pending").asLong(0) + stage.path("in_flight").asLong(0);
        }
        return new KnownRun(
                run.path("correlation_id").asString(""),
                run.path("artist_name").asString(given),
                run.path("state").asString(""),
                OffsetDateTime.parse(run.path("started_at").asString("")),
                done,
                done + open);
    }

    String shortId() {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
