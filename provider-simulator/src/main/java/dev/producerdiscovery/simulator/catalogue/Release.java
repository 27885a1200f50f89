package dev.producerdiscovery.simulator.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release at Spotify, and what the other sources know of it.
 *
 * @param name empty after a takedown
 * @param date as precise as it is known: a year, a month or a day
 * @param credits those given to the release as a whole
 * @param mbid null where MusicBrainz does not know it
 * @param linkedToSpotify whether MusicBrainz knows its Spotify page
 * @param discogsId null where Discogs does not know it
 */
public record Release(
        String spotifyId,
        String name,
        Kind kind,
        List<Act> acts,
        String date,
        @Nullable String upc,
        String label,
        List<Placement> tracks,
        List<Credit> credits,
        @Nullable String mbid,
        boolean linkedToSpotify,
        @Nullable Long discogsId) {

    public enum Kind {
        ALBUM,
        SINGLE,
        COMPILATION
    }

    public boolean takenDown() {
        return name.isEmpty();
    }

    public boolean by(Act act) {
        return acts.stream().anyMatch(other -> other.spotifyId().equals(act.spotifyId()));
    }

    /** Under which group Spotify lists it on this act's page. */
    public String groupFor(Act act) {
        if (!by(act)) {
            return "appears_on";
        }
        return switch (kind) {
            case ALBUM -> "album";
            case SINGLE -> "single";
            case COMPILATION -> "compilation";
        };
    }
}
