package dev.producerdiscovery.albumdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.albumdiscovery.Editions.Chosen;
import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import dev.producerdiscovery.provider.musicbrainz.MbReleaseGroup;
import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An album as {@code process_album_atomic} takes it; what the catalogue did not say is left out, so that it stays as it is.
 *
 * @param musicbrainzId the release's
 * @param catalogue who says so; null for Spotify
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlbumData(
        String name,
        @Nullable String musicbrainzId,
        @Nullable String catalogue,
        UUID artistId,
        String albumGroup,
        @Nullable LocalDate releaseDate,
        @Nullable String coverUrl,
        Metadata metadata) {

    /**
     * @param releaseDateRaw what the catalogue gave in the place of a date, when it is none
     * @param recordings those of its tracks that are taken; none for all
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Metadata(
            @Nullable String releaseDatePrecision,
            @Nullable String releaseDateRaw,
            @Nullable String upc,
            @Nullable Integer totalTracks,
            @Nullable String albumType,
            List<AlbumArtist> artists,
            @Nullable String label,
            @Nullable String disambiguation,
            @Nullable String country,
            @Nullable String releaseGroupId,
            List<String> recordings) {}

    static AlbumData of(SpotifyAlbum album, UUID artistId, String spotifyArtistId) {
        Optional<ReleaseDate> date = ReleaseDate.parse(album.releaseDate(), album.releaseDatePrecision());
        return new AlbumData(
                album.name(),
                null,
                null,
                artistId,
                AlbumGroup.of(album, spotifyArtistId),
                date.map(ReleaseDate::day).orElse(null),
                album.imageUrl(),
                new Metadata(
                        precision(date),
                        date.isPresent() ? null : album.releaseDate(),
                        album.upc(),
                        album.totalTracks(),
                        album.albumType(),
                        album.artists().stream().map(AlbumArtist::of).toList(),
                        album.label(),
                        null,
                        null,
                        null,
                        List.of()));
    }

    static AlbumData of(Chosen album, UUID artistId) {
        MbRelease release = album.edition().release();
        Optional<ReleaseDate> date = ReleaseDate.parse(release.date(), null);
        Optional<MbReleaseGroup> group = Optional.ofNullable(release.releaseGroup());
        return new AlbumData(
                release.title(),
                release.id(),
                MusicCatalogue.MUSICBRAINZ.word(),
                artistId,
                AlbumGroup.of(release),
                date.map(ReleaseDate::day).orElse(null),
                release.frontCover() ? "https://coverartarchive.org/release/" + release.id() + "/front-500" : null,
                new Metadata(
                        precision(date),
                        date.isPresent() ? null : release.date(),
                        release.barcode(),
                        album.edition().sheet().size(),
                        AlbumGroup.of(release),
                        release.artistCredit().stream().map(AlbumArtist::of).toList(),
                        null,
                        release.disambiguation(),
                        release.country(),
                        group.map(MbReleaseGroup::id).orElse(null),
                        album.isPart()
                                ? album.tracks().stream()
                                        .map(SheetTrack::recordingId)
                                        .toList()
                                : List.of()));
    }

    private static @Nullable String precision(Optional<ReleaseDate> date) {
        return date.map(known -> known.precision().label()).orElse(null);
    }
}
