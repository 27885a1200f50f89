package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.evidence.Credit;
import dev.producerdiscovery.identification.evidence.Match;
import dev.producerdiscovery.matching.name.SpecialPurposeArtists;
import dev.producerdiscovery.musicbrainz.sheet.SheetCredit;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what several recordings say about one song. Used by one thread. */
final class MusicBrainzAnswer {

    static final String SOURCE = "musicbrainz";

    private final List<Credit> credits = new ArrayList<>();
    private @Nullable Match nobody;

    void add(SheetTrack track, String how, double strength) {
        Match match = new Match(
                how, strength, track.recordingId(), "https://musicbrainz.org/recording/" + track.recordingId());
        nobody = match;
        for (SheetCredit credit : track.credits()) {
            // Here, because whatever was kept of a release, an artist or a dump comes along here.
            if (SpecialPurposeArtists.include(credit.personId())) {
                continue;
            }
            credits.add(new Credit(
                    credit.printedName(),
                    credit.personName(),
                    credit.rawRole(),
                    credit.role(),
                    credit.personId(),
                    match.weakened(credit.scope().certainty())));
        }
    }

    /** True when MusicBrainz has the song, whether it names somebody or not. */
    boolean knowsSong() {
        return nobody != null;
    }

    /** True when a recording itself, not only its release as a whole, names a producer. */
    boolean hasProducer() {
        return credits.stream()
                .anyMatch(credit -> credit.isProducing() && credit.match().strength() >= 0.8);
    }

    Answer answer(Instant askAgainAt) {
        return credits.isEmpty()
                ? new Answer.NobodyNamed(SOURCE, nobody, askAgainAt)
                : new Answer.Credited(SOURCE, credits);
    }
}
