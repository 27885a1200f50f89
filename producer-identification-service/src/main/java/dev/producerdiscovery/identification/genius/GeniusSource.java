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

/**
 * The credits on the song's Genius page: one call to find it and, as a rule, one to read it. A second page is read only
 * when the first is not proven by more than title and artist. Thread-safe.
 */
public final class GeniusSource implements CreditSource {

    private static final String NAME = "genius";
    private static final int MAX_PAGES = 2;
    private static final double PROVEN = 0.9;

    private final GeniusClient client;
    private final Duration askAgainAfter;
    private final InstantSource clock;

    public GeniusSource(GeniusClient client, Duration askAgainAfter, InstantSource clock) {
        this.client = client;
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
        List<Candidate> candidates = HitGate.candidates(song, client.search(query(song)));
        List<Page> pages = new ArrayList<>();
        for (Candidate candidate : candidates.subList(0, Math.min(MAX_PAGES, candidates.size()))) {
            client.song(candidate.hit().id()).ifPresent(page -> {
                Match match = PageProof.of(song, page, candidate.fuzzy());
                pages.add(new Page(match, PageCredits.of(page, match)));
            });
            if (pages.stream().anyMatch(page -> page.match().strength() >= PROVEN)) {
                break;
            }
        }
        return Optional.of(answer(song, pages));
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

    /** Guests, remaster years and the like keep Genius from finding a song; what made it another recording helps. */
    private static String query(Song song) {
        return song.title().display(version -> version.isOtherRecording()) + " " + song.mainArtist();
    }
}
