package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.musicbrainz.TrackFinder.Found;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.musicbrainz.sheet.SheetCredit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The credits of a song among the recordings of its artist. A release is read for what those cannot have: a song that is
 * not by the artist as Spotify has it, of an artist with too many recordings to read them all or with none, or of one whom
 * MusicBrainz does not know by this name. Any other song that is not among them is not at MusicBrainz either. Thread-safe.
 */
final class ArtistSource implements CreditSource {

    private final ArtistWorks artists;
    private final AlbumMap albums;
    private final ReleaseCredits releases;
    private final Duration askAgainAfter;
    private final InstantSource clock;

    ArtistSource(
            ArtistWorks artists,
            AlbumMap albums,
            ReleaseCredits releases,
            Duration askAgainAfter,
            InstantSource clock) {
        this.artists = artists;
        this.albums = albums;
        this.releases = releases;
        this.askAgainAfter = askAgainAfter;
        this.clock = clock;
    }

    @Override
    public String name() {
        return MusicBrainzAnswer.SOURCE;
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public Optional<Answer> ask(Song song) {
        MusicBrainzAnswer answer = new MusicBrainzAnswer();
        if (!releases.addListedTo(answer, song) && !releases.addDumpedTo(answer, song)) {
            Optional<ArtistIndex> artist = artists.of(song);
            boolean found = artist.isPresent() && addTo(answer, song, artist.get());
            if (!found && artist.map(index -> mayLack(index, song)).orElse(true)) {
                releases.addTo(answer, song);
            }
        }
        return Optional.of(answer.answer(clock.instant().plus(askAgainAfter)));
    }

    /** Whether the song is among the artist's recordings; they are added one after another until one names a producer. */
    private boolean addTo(MusicBrainzAnswer answer, Song song, ArtistIndex artist) {
        Map<UUID, List<String>> releasesOf = artist.work().releases().isEmpty() ? Map.of() : albums.releasesOf(song);
        boolean found = false;
        for (SongTrack track : song.tracks()) {
            if (answer.hasProducer()) {
                break;
            }
            Optional<Found> recording = artist.find(song, track);
            recording.ifPresent(one ->
                    answer.add(one.track().with(ofReleases(artist, releasesOf, track)), one.how(), one.strength()));
            found |= recording.isPresent();
        }
        return found;
    }

    private static List<SheetCredit> ofReleases(
            ArtistIndex artist, Map<UUID, List<String>> releasesOf, SongTrack track) {
        return releasesOf.getOrDefault(track.album().id(), List.of()).stream()
                .flatMap(release -> artist.ofRelease(release).stream())
                .toList();
    }

    /** Whether a song that is not among the artist's recordings may be at MusicBrainz nevertheless. */
    private static boolean mayLack(ArtistIndex artist, Song song) {
        String name = Folding.key(song.artist());
        return !artist.work().isWhole()
                // An artist who was removed, or one to whom nobody has given anything yet.
                || artist.work().recordings().isEmpty()
                || song.artists().stream().noneMatch(other -> Folding.key(other).equals(name));
    }
}
