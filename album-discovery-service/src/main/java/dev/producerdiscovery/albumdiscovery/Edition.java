package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A release of a release group.
 *
 * @param sheet all its tracks, with who made them
 * @param videos the recordings of pictures among them, which nobody can listen to
 */
record Edition(MbRelease release, List<SheetTrack> sheet, Set<String> videos) {

    Edition {
        sheet = List.copyOf(sheet);
        videos = Set.copyOf(videos);
    }

    String id() {
        return release.id();
    }

    String group() {
        return release.releaseGroup() == null
                ? release.id()
                : release.releaseGroup().id();
    }

    /** What of it is listened to. */
    List<SheetTrack> tracks() {
        return sheet.stream()
                .filter(track -> !videos.contains(track.recordingId()))
                .toList();
    }

    static Set<String> videosOn(MbRelease release) {
        return release.media().stream()
                .flatMap(medium -> medium.tracks().stream())
                .filter(track -> track.recording().video())
                .map(track -> Objects.requireNonNull(track.recording().id()))
                .collect(Collectors.toSet());
    }
}
