package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.provider.musicbrainz.MbArtistCredit;
import dev.producerdiscovery.provider.musicbrainz.MbArtistRef;
import dev.producerdiscovery.provider.musicbrainz.MbMedium;
import dev.producerdiscovery.provider.musicbrainz.MbRecording;
import dev.producerdiscovery.provider.musicbrainz.MbRelation;
import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import dev.producerdiscovery.provider.musicbrainz.MbReleaseGroup;
import dev.producerdiscovery.provider.musicbrainz.MbTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Made-up releases of MusicBrainz. */
final class Releases {

    static final String ALBUM = "5kzFwiehXTskyNFaKA0SMm";

    private final String id;
    private final List<MbTrack> tracks = new ArrayList<>();
    private String date = "2001-03-04";
    private String primaryType = "Album";
    private List<String> secondaryTypes = List.of();
    private List<MbRelation> credits = List.of();
    private @Nullable String link;

    private Releases(String id) {
        this.id = id;
    }

    static Releases release(String id) {
        return new Releases(id);
    }

    Releases of(String releaseDate) {
        date = releaseDate;
        return this;
    }

    Releases linkedTo(String spotifyAlbum) {
        link = spotifyAlbum;
        return this;
    }

    Releases typed(String primary, String... secondary) {
        primaryType = primary;
        secondaryTypes = List.of(secondary);
        return this;
    }

    Releases with(String recording, String title, int seconds, String... isrcs) {
        return with(recording, title, seconds, null, false, isrcs);
    }

    Releases withVideo(String recording, String title) {
        return with(recording, title, 200, null, true);
    }

    Releases producedBy(String producer) {
        credits = List.of(new MbRelation(
                "producer",
                null,
                List.of(),
                Map.of(),
                false,
                null,
                new MbArtistRef("p1", producer, null, null, null),
                null,
                null));
        return this;
    }

    Releases with(
            String recording,
            String title,
            int seconds,
            @Nullable String disambiguation,
            boolean video,
            String... isrcs) {
        MbRecording sound = new MbRecording(
                recording, title, disambiguation, seconds * 1000, video, List.of(isrcs), List.of(), credits);
        tracks.add(new MbTrack(tracks.size() + 1, title, seconds * 1000, sound));
        return this;
    }

    MbRelease inGroup(@Nullable String group) {
        List<MbRelation> relations = link == null
                ? List.of()
                : List.of(new MbRelation(
                        "free streaming",
                        null,
                        List.of(),
                        Map.of(),
                        false,
                        null,
                        null,
                        null,
                        "https://open.spotify.com/album/" + link));
        return new MbRelease(
                id,
                "Slow Harbour",
                null,
                "Official",
                date,
                "GB",
                "0123",
                false,
                group == null ? null : new MbReleaseGroup(group, "Slow Harbour", primaryType, secondaryTypes, date),
                List.of(new MbArtistCredit("Nova Quill", "", new MbArtistRef("a1", "Nova Quill", null, null, null))),
                List.of(new MbMedium(1, tracks)),
                relations);
    }

    static Edition edition(MbRelease release) {
        return EditionReader.edition(release);
    }

    /** An edition in the group {@code g} with recordings of so many songs, each two minutes and some seconds longer. */
    static Edition ofSongs(String id, String date, int from, int to) {
        Releases release = release(id).of(date);
        IntStream.range(from, to).forEach(song -> release.with("r" + song, "Song " + (char) ('A' + song), 120 + song));
        return edition(release.inGroup("g"));
    }
}
