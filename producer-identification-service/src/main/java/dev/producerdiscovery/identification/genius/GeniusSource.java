package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.evidence.Credit;
import dev.producerdiscovery.identification.evidence.Match;
import dev.producerdiscovery.identification.genius.HitGate.Candidate;
import dev.producerdiscovery.identification.plan.CreditSource;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.provider.genius.GeniusClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The credits on the song's Genius page. It is looked for among those that Genius lists of the artist, and searched for
 * only where that list does not tell whether there is one. As a rule one page is read: a second one only when the first is
 * not proven by more than title and artist. Thread-safe.
 */
public final class GeniusSource implements CreditSource {

    private static final String NAME = "genius";
    private static final int MAX_PAGES = 2;
    private static final double PROVEN = 0.9;

    private final GeniusClient client;
    private final SongLists lists;
    private final Duration askAgainAfter;
    private final InstantSource clock;

    /**
     * @param maxListPages pages of fifty songs that are read of an artist at most
     * @param askAgainAfter how long "nobody is named there" stays an answer, and a list is used
     * @param inMemory how long what the database keeps is used without looking there again
     */
    public GeniusSource(
            GeniusClient client,
            JdbcClient jdbc,
            JsonMapper json,
            int maxListPages,
            Duration askAgainAfter,
            Duration inMemory,
            InstantSource clock) {
        this.client = client;
        this.lists = new SongLists(
                client,
                new SongListStore(jdbc, json),
                new ArtistCatalogue(jdbc),
                maxListPages,
                askAgainAfter,
                inMemory,
                clock);
        this.askAgainAfter = askAgainAfter;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean remembers() {
        return false;
    }

    @Override
    public Optional<Answer> ask(Song song) {
        List<Candidate> candidates = candidates(song);
        List<Page> pages = new ArrayList<>();
        for (Candidate candidate : candidates.subList(0, Math.min(MAX_PAGES, candidates.size()))) {
            client.song(candidate.page().id()).ifPresent(page -> {
                Match match = PageProof.of(song, page, candidate.fuzzy());
                pages.add(new Page(match, PageCredits.of(page, match)));
            });
            if (pages.stream().anyMatch(page -> page.match().strength() >= PROVEN)) {
                break;
            }
        }
        return Optional.of(answer(song, pages));
    }

    private List<Candidate> candidates(Song song) {
        Optional<SongList> list = lists.of(song);
        List<Candidate> listed = list.map(known -> known.candidates(song)).orElse(List.of());
        boolean told =
                list.filter(known -> known.tellsOf(song, clock.instant())).isPresent();
        return listed.isEmpty() && !told
                ? HitGate.candidates(
                        song, HitGate.among(client.search(PageQuestion.of(song.title(), song.mainArtist()))))
                : listed;
    }

    private record Page(Match match, List<Credit> credits) {

        Set<String> people() {
            return credits.stream()
                    .filter(Credit::isProducing)
                    .map(Credit::personName)
                    .collect(Collectors.toSet());
        }
    }

    private Answer answer(Song song, List<Page> pages) {
        Optional<Page> best = pages.stream()
                .max(Comparator.comparingDouble(page -> page.match().strength()));
        if (best.isEmpty()) {
            return new Answer.NobodyNamed(NAME, null, clock.instant().plus(askAgainAfter));
        }
        Page page = best.get();
        boolean tied = pages.stream()
                .anyMatch(other -> !other.equals(page)
                        && other.match().strength() == page.match().strength()
                        && !other.people().equals(page.people()));
        if (tied || (song.hasNamesake() && page.match().strength() < PROVEN)) {
            return new Answer.Ambiguous(NAME, clock.instant().plus(askAgainAfter));
        }
        return page.credits().isEmpty()
                ? new Answer.NobodyNamed(NAME, page.match(), clock.instant().plus(askAgainAfter))
                : new Answer.Credited(NAME, page.credits());
    }
}
