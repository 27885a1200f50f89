package dev.producerdiscovery.identification;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.producerdiscovery.worker.Refreshing;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A track whose song is to be identified. Only the track is needed: its name, album and artist are in the database, and
 * what is written there counts.
 *
 * @param trackId the database id of the track
 * @param refresh true to ask again although the song is identified
 */
record SongMessage(
        @JsonAlias("track_id") UUID trackId, @Nullable Boolean refresh) implements Refreshing {

    SongMessage(@Nullable UUID trackId, @Nullable Boolean refresh) {
        if (trackId == null) {
            throw new IllegalArgumentException("trackId: must be given");
        }
        this.trackId = trackId;
        this.refresh = refresh;
    }

    @Override
    public boolean refreshes() {
        return Boolean.TRUE.equals(refresh);
    }
}
