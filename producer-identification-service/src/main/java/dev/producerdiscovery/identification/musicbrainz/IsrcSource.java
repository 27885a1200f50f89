package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.matching.title.TitleParser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The credits of the recordings that bear a song's ISRCs. A last resort: most ISRCs are not in MusicBrainz, whose people
 * ask programs not to try them one by one. So it is asked only for songs that nobody else knew, a few codes each, and no
 * more for an artist with whom it proved to be in vain. Thread-safe.
 *
 * @see <a href="https://github.com/music-assistant/server/issues/1302">the request</a>
 */
final class IsrcSource implements CreditSource {

    private static final int MAX_CODES = 2;
    private static final double STRENGTH = 0.93;

    /** So many codes of an artist are tried before their yield is judged. */
    private static final int TRIAL = 10;

    /** One code in so many has to lead to credits to be worth the calls. */
    private static final int WORTH = 10;

    private final IsrcStore store;
    private final ReleaseSheets sheets;
    private final Duration askAgainAfter;
    private final InstantSource clock;

    IsrcSource(IsrcStore store, ReleaseSheets sheets, Duration askAgainAfter, InstantSource clock) {
        this.store = store;
        this.sheets = sheets;
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
        List<UUID> albums = song.tracks().stream()
                .map(track -> track.album().id())
                .distinct()
                .toList();
        // A release that was read has shown all that MusicBrainz has on the recordings it holds.
        List<String> unseen = song.isrcs().stream()
                .filter(isrc -> !store.isOnRelease(isrc, albums))
                .limit(MAX_CODES)
                .toList();
        if (unseen.isEmpty() || isInVain(song.artistId())) {
            return Optional.empty();
        }
        MusicBrainzAnswer answer = new MusicBrainzAnswer();
        for (String isrc : unseen) {
            List<SheetTrack> recordings = sheets.readIsrc(isrc);
            song.tracks().stream()
                    .filter(track -> isrc.equals(track.isrc()))
                    .findFirst()
                    .flatMap(track -> TrackFinder.byIsrc(track, TitleParser.parse(track.name()), recordings))
                    .ifPresent(recording -> answer.add(recording, "ISRC", STRENGTH));
        }
        return Optional.of(answer.answer(clock.instant().plus(askAgainAfter)));
    }

    private boolean isInVain(UUID artist) {
        IsrcStore.Yield soFar = store.yieldOf(artist);
        return soFar.asked() >= TRIAL && soFar.credited() * WORTH < soFar.asked();
    }
}
