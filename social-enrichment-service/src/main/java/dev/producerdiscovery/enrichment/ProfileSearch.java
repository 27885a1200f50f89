package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.secrets.Secrets;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks every source where the person's id is known, and goes on to the sources that an answer leads to. */
@Component
class ProfileSearch {

    private static final Logger log = LoggerFactory.getLogger(ProfileSearch.class);

    /** A page with more links than this belongs to a label, and would cost a call for each. */
    private static final int MOST_QUESTIONS = 12;

    private final List<ProfileSource> sources;
    private final Map<String, ProfileSource> configured;

    ProfileSearch(List<ProfileSource> sources) {
        this.sources = List.copyOf(sources);
        this.configured = sources.stream()
                .filter(ProfileSource::isConfigured)
                .collect(Collectors.toMap(ProfileSource::provider, Function.identity()));
    }

    /**
     * Gathers what the sources say.
     *
     * @param patient whether a source that fails is worth another attempt of the whole message; if not, it is left out
     * @throws dev.producerdiscovery.worker.failure.ThrottledFailure when a source is parked
     * @throws TransientFailure when a source fails and the search is patient
     */
    Gathered gather(Collection<Identity> known, boolean patient) {
        Deque<Identity> open = new ArrayDeque<>(known);
        Set<Identity> asked = new HashSet<>();
        List<Inquiry> answers = new ArrayList<>();
        List<Findings> findings = new ArrayList<>();
        while (!open.isEmpty() && asked.size() < MOST_QUESTIONS) {
            Identity next = open.poll();
            ProfileSource source = configured.get(next.provider());
            if (source != null && asked.add(next)) {
                try {
                    Optional<Findings> found = source.ask(next.externalId());
                    answers.add(Inquiry.of(next, found));
                    found.ifPresent(findings::add);
                    found.ifPresent(page -> open.addAll(page.identities()));
                } catch (PermanentFailure | TransientFailure e) {
                    answers.add(leaveOut(next, e, patient));
                }
            }
        }
        return new Gathered(inOrderOfTrust(findings), answers);
    }

    private static Inquiry leaveOut(Identity asked, RuntimeException failure, boolean patient) {
        if (patient && failure instanceof TransientFailure) {
            throw failure;
        }
        log.warn(
                "{} gives no answer about {}; the profile is stored without it and asked for again later: {}",
                asked.provider(),
                asked.externalId(),
                failure.getMessage());
        return Inquiry.failed(asked, Secrets.hide(String.valueOf(failure.getMessage())));
    }

    private List<Findings> inOrderOfTrust(List<Findings> findings) {
        List<String> order = sources.stream().map(ProfileSource::provider).toList();
        return findings.stream()
                .sorted(Comparator.comparingInt(page -> order.indexOf(page.source())))
                .toList();
    }
}
