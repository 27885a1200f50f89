package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.musicbrainz.TrackFinder.Found;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import dev.producerdiscovery.matching.match.Choice;
import dev.producerdiscovery.matching.match.SongMatch;
import dev.producerdiscovery.matching.match.SongQuery;
import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.matching.title.Title;
import dev.producerdiscovery.matching.title.TitleParser;
import dev.producerdiscovery.musicbrainz.sheet.SheetArtist;
import dev.producerdiscovery.musicbrainz.sheet.SheetCredit;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds songs among the recordings of an artist: by ISRC, by Spotify link, else by title, artist and length. Immutable. */
final class ArtistIndex {

    /** Two masters of one recording rarely differ by more; an artist's list also has what no release of ours has. */
    private static final int SAME_MASTER_MS = 5_000;

    /** A title without more than its artist is believed from here on. */
    private static final double ENOUGH = 0.8;

    private final String artist;
    private final ArtistWork work;
    private final Map<String, List<SheetTrack>> byIsrc;
    private final Map<String, List<SheetTrack>> byLink;
    private final NavigableMap<Integer, List<SheetTrack>> byLength;

    /** @param artist the id of the artist whose work it is, also one that was merged into another */
    ArtistIndex(String artist, ArtistWork work) {
        this.artist = idNow(artist, work.recordings());
        this.work = work;
        this.byIsrc = by(work.recordings(), track -> track.isrcs().stream().map(ArtistIndex::code));
        this.byLink = by(work.recordings(), track -> track.spotifyTracks().stream());
        this.byLength = work.recordings().stream()
                .filter(track -> track.lengthMs() != null)
                .collect(Collectors.groupingBy(
                        track -> Objects.requireNonNull(track.lengthMs()), TreeMap::new, Collectors.toList()));
    }

    ArtistWork work() {
        return work;
    }

    /** What is said of a release as a whole, if it is the artist's. */
    List<SheetCredit> ofRelease(String release) {
        return work.releases().getOrDefault(release, List.of());
    }

    /** The recording that a track of the song is; empty when none is it for certain. */
    Optional<Found> find(Song song, SongTrack track) {
        Title title = TitleParser.parse(track.name());
        return byIsrc(track, title).or(() -> byLink(track, title)).or(() -> byTitle(song, track));
    }

    private Optional<Found> byIsrc(SongTrack track, Title title) {
        List<SheetTrack> bearing =
                track.isrc() == null ? List.of() : byIsrc.getOrDefault(code(track.isrc()), List.of());
        return TrackFinder.byIsrc(track, title, bearing)
                .map(found -> new Found(found, "ISRC among the artist's recordings", 0.97));
    }

    private Optional<Found> byLink(SongTrack track, Title title) {
        List<SheetTrack> linked =
                track.spotifyId() == null ? List.of() : byLink.getOrDefault(track.spotifyId(), List.of());
        return TrackFinder.ofLikeTitle(track, title, linked)
                .map(found -> new Found(found, "Spotify link of the recording", 0.97));
    }

    /** Where lengths are not known nothing tells a song from its concerts, whose titles are the same. */
    private Optional<Found> byTitle(Song song, SongTrack track) {
        Integer length = track.lengthMs();
        if (length == null) {
            return Optional.empty();
        }
        List<SheetTrack> near =
                byLength.subMap(length - SAME_MASTER_MS, true, length + SAME_MASTER_MS, true).values().stream()
                        .flatMap(List::stream)
                        .filter(recording -> !Folding.key(recording.title()).isEmpty())
                        // Of entries that are one recording the first is taken, which must not depend on MusicBrainz'
                        // order.
                        .sorted(Comparator.comparing(SheetTrack::recordingId))
                        .toList();
        return SongMatch.choose(ours(song, track), near, this::theirs) instanceof Choice.Match<SheetTrack> match
                        && match.strength() >= ENOUGH
                ? Optional.of(new Found(match.candidate(), "title, artist and length", match.strength()))
                : Optional.empty();
    }

    private SongQuery ours(Song song, SongTrack track) {
        List<String> artists = track.artists().isEmpty() ? List.copyOf(song.artists()) : track.artists();
        SongQuery query = SongQuery.of(track.name(), artists).withLength(track.lengthMs());
        // Of the artist's own songs it is known whose they are, in whatever script MusicBrainz writes the name.
        return Folding.key(artists.getFirst()).equals(Folding.key(song.artist()))
                ? query.withArtistIds(Set.of(artist))
                : query;
    }

    private SongQuery theirs(SheetTrack recording) {
        SongQuery query = SongQuery.of(
                        recording.title(),
                        recording.artists().stream()
                                .map(SheetArtist::printedName)
                                .toList())
                .withLength(recording.lengthMs());
        return recording.artists().isEmpty()
                ? query
                : query.withArtistIds(Set.of(recording.artists().getFirst().id()));
    }

    /** The id of an artist who was merged into another leads to recordings that bear the other's. */
    private static String idNow(String artist, List<SheetTrack> recordings) {
        List<Set<String>> ids = recordings.stream()
                .map(recording ->
                        recording.artists().stream().map(SheetArtist::id).collect(Collectors.toSet()))
                .toList();
        if (ids.isEmpty() || ids.stream().anyMatch(some -> some.contains(artist))) {
            return artist;
        }
        Set<String> onAll = new HashSet<>(ids.getFirst());
        ids.forEach(onAll::retainAll);
        return onAll.size() == 1 ? onAll.iterator().next() : artist;
    }

    private static Map<String, List<SheetTrack>> by(
            List<SheetTrack> tracks, Function<SheetTrack, Stream<String>> keys) {
        Map<String, List<SheetTrack>> byKey = new HashMap<>();
        tracks.forEach(track -> keys.apply(track)
                .distinct()
                .forEach(key -> byKey.merge(
                        key,
                        List.of(track),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList())));
        return byKey;
    }

    private static String code(String isrc) {
        return isrc.toUpperCase(Locale.ROOT);
    }
}
