package dev.producerdiscovery.monitor.queues;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One queue at this moment.
 *
 * @param active false while it is paused: nothing is taken from it
 * @param visible waits to be taken
 * @param inFlight is being worked on
 * @param delayed is to be tried again later
 * @param stuck was taken and given no sign of life for 15 minutes
 * @param dead lies in its dead letter queue
 * @param oldestAgeSeconds how long the message that waits longest has waited; 0 when none waits
 * @param processedLastHour how many messages were handled in the last hour, in vain or not
 * @param errorsLastHour how many of these failed
 */
public record QueueState(
        String name,
        @Nullable String displayName,
        @Nullable String description,
        boolean active,
        long visible,
        long inFlight,
        long delayed,
        long stuck,
        long dead,
        long oldestAgeSeconds,
        long processedLastHour,
        long errorsLastHour) {

    static QueueState of(ResultSet row) throws SQLException {
        return new QueueState(
                row.getString("queue_name"),
                row.getString("display_name"),
                row.getString("description"),
                row.getBoolean("active"),
                row.getLong("visible"),
                row.getLong("in_flight"),
                row.getLong("delayed"),
                row.getLong("stuck"),
                row.getLong("dead_lettered"),
                row.getLong("oldest_age_seconds"),
                row.getLong("processed_last_hour"),
                row.getLong("errors_last_hour"));
    }

    /** What came to a good end in the last hour. */
    public long doneLastHour() {
        return Math.max(0, processedLastHour - errorsLastHour);
    }

    public String title() {
        return displayName == null ? name : displayName;
    }
}
