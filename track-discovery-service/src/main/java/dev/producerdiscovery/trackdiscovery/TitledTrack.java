package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.matching.title.Title;
import dev.producerdiscovery.matching.title.TitleParser;
import dev.producerdiscovery.matching.title.Version;
import java.util.List;
import java.util.Optional;

/** A track with its title taken apart. */
record TitledTrack(ListedTrack track, Title title) {

    /** Empty for a track without id or without a title that can be read, as a takedown leaves it behind. */
    static Optional<TitledTrack> of(ListedTrack track) {
        if (track.id().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TitledTrack(track, TitleParser.parse(track.name())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String id() {
        return track.id();
    }

    /** The track as the database takes it, before it is known which song it is. */
    TrackData unsorted(Album album) {
        return at(new SongKey(Recording.key(title), null), album);
    }

    /** What the title says about the recording. */
    List<String> versions() {
        return title.versions().stream().map(Version::text).toList();
    }

    /** The track as the database takes it. */
    TrackData at(SongKey song, Album album) {
        return new TrackData(
                track.name(),
                track.spotifyId(),
                track.musicbrainzId(),
                track.spotifyIds(),
                album.id(),
                album.ownerId(),
                song.titleKey(),
                song.seconds(),
                track.durationMs(),
                track.isrc(),
                track.popularity(),
                track.previewUrl(),
                new TrackData.Metadata(
                        track.artists(),
                        track.discNumber(),
                        track.trackNumber(),
                        track.explicit(),
                        Recording.key(title),
                        versions()));
    }
}
