package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The credits of a song on the releases that its albums are. Every release at hand is used; others are read only until
 * one names a producer. Thread-safe.
 */
final class ReleaseSource implements CreditSource {

    private final AlbumMap albums;
    private final ReleaseSheets sheets;
    private final int maxReads;
    private final Duration askAgainAfter;
    private final InstantSource clock;

    ReleaseSource(AlbumMap albums, ReleaseSheets sheets, int maxReads, Duration askAgainAfter, InstantSource clock) {
        this.albums = albums;
        this.sheets = sheets;
        this.maxReads = maxReads;
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
        Map<UUID, List<String>> releases = albums.releasesOf(song);
        List<Candidate> candidates = song.tracks().stream()
                .flatMap(track -> releases.getOrDefault(track.album().id(), List.of()).stream()
                        .map(release -> new Candidate(track, release)))
                .toList();
        MusicBrainzAnswer answer = new MusicBrainzAnswer();
        List<Candidate> unread = new ArrayList<>();
        for (Candidate candidate : candidates) {
            sheets.atHand(candidate.release())
                    .ifPresentOrElse(sheet -> look(candidate.track(), sheet, answer), () -> unread.add(candidate));
        }
        for (Candidate candidate : unread.subList(0, Math.min(maxReads, unread.size()))) {
            if (!answer.hasProducer()) {
                look(candidate.track(), sheets.read(candidate.release()), answer);
            }
        }
        return Optional.of(answer.answer(clock.instant().plus(askAgainAfter)));
    }

    private record Candidate(SongTrack track, String release) {}

    private static void look(SongTrack track, List<SheetTrack> sheet, MusicBrainzAnswer answer) {
        TrackFinder.onRelease(track, sheet)
                .ifPresent(found -> answer.add(found.track(), found.how(), found.strength()));
    }
}
