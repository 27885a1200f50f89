package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import dev.producerdiscovery.musicbrainz.sheet.ReleaseSheets;
import dev.producerdiscovery.musicbrainz.sheet.Sheet;
import dev.producerdiscovery.musicbrainz.sheet.SheetStore;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The credits of a song on the releases that its albums are, one after another until one names a producer. Thread-safe.
 */
final class ReleaseCredits {

    /** Who lists a recording knows which it is. */
    private static final double CERTAIN = 0.99;

    private final SongReleases releases;
    private final ReleaseSheets sheets;
    private final ArtistStore artists;
    private final InstantSource clock;

    ReleaseCredits(SongReleases releases, ReleaseSheets sheets, ArtistStore artists, InstantSource clock) {
        this.releases = releases;
        this.sheets = sheets;
        this.artists = artists;
        this.clock = clock;
    }

    /** Adds what the releases say, each read with a call that serves all its songs. */
    void addTo(MusicBrainzAnswer answer, Song song) {
        for (SongReleases.Place place : releases.of(song)) {
            if (answer.hasProducer()) {
                return;
            }
            add(answer, place, sheets.read(place.release()));
        }
    }

    /**
     * Adds what the releases say that MusicBrainz has listed as the song's albums. They came with the list, and the song's
     * recordings are known by their ids; what is not at hand any more is read with a call.
     *
     * @return whether any of the song's recordings is on them: then MusicBrainz has nothing else to say
     */
    boolean addListedTo(MusicBrainzAnswer answer, Song song) {
        return addListedTo(answer, song, release -> Optional.of(sheets.read(release)));
    }

    /** Adds what is at hand: kept, or in a dump. Returns whether the song is known by it. */
    boolean addKeptTo(MusicBrainzAnswer answer, Song song) {
        return addListedTo(answer, song, sheets::atHand) || addDumpedTo(answer, song);
    }

    private boolean addListedTo(MusicBrainzAnswer answer, Song song, Function<String, Optional<Sheet>> read) {
        boolean found = false;
        for (SongTrack track : song.tracks()) {
            String recording = track.musicbrainzId();
            String release = track.album().musicbrainzId();
            if (recording != null && release != null && !answer.hasProducer()) {
                Optional<SheetTrack> listed = read.apply(release).stream()
                        .flatMap(sheet -> sheet.tracks().stream())
                        .filter(one -> one.recordingId().equals(recording))
                        .findFirst();
                listed.ifPresent(one -> answer.add(one, "recording of the catalogue", CERTAIN));
                found |= listed.isPresent();
            }
        }
        if (found && !answer.hasProducer()) {
            addElsewhereTo(answer, song);
        }
        return found;
    }

    /** What is said of the recording on a release that is no album here, such as a compilation; it came with the albums. */
    private void addElsewhereTo(MusicBrainzAnswer answer, Song song) {
        String artist = artists.lookup(song.artistId(), clock.instant())
                .map(ArtistStore.Lookup::artist)
                .orElse(null);
        Optional<Sheet> others = artist == null ? Optional.empty() : sheets.atHand(SheetStore.elsewhere(artist));
        if (artist == null || others.isEmpty()) {
            return;
        }
        ArtistIndex index = new ArtistIndex(artist, new ArtistWork(others.get().tracks(), Map.of(), 0, Instant.MIN));
        for (SongTrack track : song.tracks()) {
            if (!answer.hasProducer()) {
                index.find(song, track).ifPresent(found -> answer.add(found.track(), found.how(), found.strength()));
            }
        }
    }

    /**
     * Adds what a dump says, which costs no call.
     *
     * @return whether MusicBrainz would add nothing: a producer is named, or the dump has all that it says of the song
     */
    boolean addDumpedTo(MusicBrainzAnswer answer, Song song) {
        SongReleases.Dumped dump = releases.dumped(song);
        boolean whole = dump.all();
        for (SongReleases.Place place : dump.places()) {
            if (answer.hasProducer()) {
                return true;
            }
            Optional<Sheet> sheet = sheets.atHand(place.release());
            sheet.ifPresent(read -> add(answer, place, read));
            whole &= sheet.isPresent();
        }
        return answer.hasProducer() || (whole && answer.knowsSong());
    }

    private static void add(MusicBrainzAnswer answer, SongReleases.Place place, Sheet sheet) {
        TrackFinder.onRelease(place.track(), sheet.tracks())
                .ifPresent(found -> answer.add(found.track(), sheet.found(found.how()), found.strength()));
    }
}
