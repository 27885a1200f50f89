package dev.producerdiscovery.identification.title;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.evidence.Credit;
import dev.producerdiscovery.identification.evidence.Match;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import dev.producerdiscovery.matching.role.Role;
import dev.producerdiscovery.matching.title.Title;
import dev.producerdiscovery.matching.title.TitleParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads producers and remixers that a title itself names. Never ends the search: the names come without any id. */
public final class TitleSource implements CreditSource {

    /** As evidence names it. */
    public static final String NAME = "title";

    private static final double PRODUCER_STRENGTH = 0.6;
    private static final double REMIXER_STRENGTH = 0.75;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean remembers() {
        return true;
    }

    @Override
    public boolean isFree() {
        return true;
    }

    @Override
    public Optional<Answer> ask(Song song) {
        List<Credit> credits =
                song.tracks().stream().flatMap(TitleSource::credits).distinct().toList();
        return credits.isEmpty() ? Optional.empty() : Optional.of(new Answer.Credited(NAME, credits));
    }

    private static Stream<Credit> credits(SongTrack track) {
        Title title = TitleParser.parse(track.name());
        String url = track.spotifyId() == null ? null : "https://open.spotify.com/track/" + track.spotifyId();
        return Stream.concat(
                title.producersNamed().stream()
                        .map(name -> credit(name, "prod. by", Role.PRODUCER, PRODUCER_STRENGTH, url)),
                title.remixers().stream().map(name -> credit(name, "remix", Role.REMIXER, REMIXER_STRENGTH, url)));
    }

    private static Credit credit(String name, String rawRole, Role role, double strength, @Nullable String url) {
        return new Credit(name, name, rawRole, role, null, new Match("named in the title", strength, null, url));
    }
}
