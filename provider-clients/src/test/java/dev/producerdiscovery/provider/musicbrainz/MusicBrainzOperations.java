package dev.producerdiscovery.provider.musicbrainz;

import dev.producerdiscovery.provider.conformance.Operation;
import dev.producerdiscovery.provider.conformance.Operations;
import java.util.List;

public final class MusicBrainzOperations implements Operations {

    @Override
    public List<Operation> all() {
        return List.of(
                Operation.of(
                        "MUSICBRAINZ_URLS",
                        MusicBrainzClient.class,
                        client -> client.releasesBySpotifyAlbum(List.of("a", "b"))),
                Operation.of("MUSICBRAINZ_LINK", MusicBrainzClient.class, client -> client.linksOf("a", List.of("b"))),
                Operation.of("MUSICBRAINZ_RECORDINGS", MusicBrainzClient.class, client -> client.recordingsOf("m1", 0)),
                Operation.of("MUSICBRAINZ_HEADS", MusicBrainzClient.class, client -> client.releasesOf("m1", 0)),
                Operation.of(
                        "MUSICBRAINZ_RELEASES", MusicBrainzClient.class, client -> client.wholeReleasesOf("m1", 25, 0)),
                Operation.of("MUSICBRAINZ_GROUPS", MusicBrainzClient.class, client -> client.releaseGroupsOf("m1", 0)),
                Operation.of(
                        "MUSICBRAINZ_SEARCH", MusicBrainzClient.class, client -> client.searchArtists("Hollow Lake")),
                Operation.of("MUSICBRAINZ_RELEASE", MusicBrainzClient.class, client -> client.release("m1")),
                Operation.of(
                        "MUSICBRAINZ_ISRC", MusicBrainzClient.class, client -> client.recordingsByIsrc("QZAAA2600001")),
                Operation.of("MUSICBRAINZ_ARTIST", MusicBrainzClient.class, client -> client.artist("m1")));
    }
}
