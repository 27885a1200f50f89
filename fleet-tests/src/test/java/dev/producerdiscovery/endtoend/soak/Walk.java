package dev.producerdiscovery.endtoend.soak;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Gets every page and everything of the API of every service, one address of each shape. */
final class Walk {

    private static final List<String> BEGINNINGS = List.of(
            "/", "/v3/api-docs", "/openapi", "/actuator", "/actuator/health/readiness", "/actuator/health/liveness");

    /** There is no dead letter; and credits are exported of an artist or a producer, as the links of their pages do. */
    private static final Set<String> REFUSED =
            Set.of("/queues/*/dead-letters/*", "/credits/export.csv", "/credits/export.json");

    /** A service that leads on for ever is not walked for ever. */
    private static final int MOST = 200;

    private final Map<String, String> services;
    private final Leads leads;
    private final Restarts restarts;
    private final Findings findings;
    private final Browser browser;

    /** Whether it was ever answered well, by service and shape. */
    private final Map<String, Boolean> answered = new ConcurrentHashMap<>();

    private final AtomicLong gets = new AtomicLong();

    Walk(Map<String, String> services, Leads leads, Restarts restarts, Findings findings, Browser browser) {
        this.services = services;
        this.leads = leads;
        this.restarts = restarts;
        this.findings = findings;
        this.browser = browser;
    }

    void round() {
        List<Thread> walkers = new ArrayList<>();
        services.forEach((service, url) -> walkers.add(
                Thread.ofVirtual().start(findings.watching("Walking " + service, () -> walk(service, url)))));
        for (Thread walker : walkers) {
            try {
                walker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void walk(String service, String url) {
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(BEGINNINGS);
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (!seen.add(Shape.of(path))) {
                continue;
            }
            if (seen.size() > MOST) {
                findings.add(service + " leads to more than " + MOST + " kinds of addresses, at last to " + path);
                return;
            }
            ahead.addAll(visit(service, url, path));
        }
    }

    private Set<String> visit(String service, String url, String path) {
        Instant start = Instant.now();
        String shape = service + " " + Shape.of(path);
        gets.incrementAndGet();
        try {
            Browser.Answer answer = browser.get(url + path);
            answered.merge(shape, answer.isGood(), Boolean::logicalOr);
            if (answer.status() >= 500) {
                failed(service, "GET " + path + " was answered " + answer.status(), shape, start);
            }
            return answer.isGood() ? leads.of(answer) : Set.of();
        } catch (IOException e) {
            failed(service, "GET " + path + " was not answered: " + e, shape, start);
            return Set.of();
        }
    }

    private void failed(String service, String what, String shape, Instant start) {
        if (!restarts.wasAway(service, start, Instant.now())) {
            findings.add(shape + " failed, as in: " + what + " at " + start);
        }
    }

    long gets() {
        return gets.get();
    }

    /** Each shape of address that was walked to, and whether it was ever answered well. */
    Map<String, Boolean> answered() {
        return new TreeMap<>(answered);
    }

    /** What something leads to and is not there. Not every service has every beginning. */
    List<String> neverAnswered() {
        return answered().entrySet().stream()
                .filter(shape -> !shape.getValue())
                .map(Map.Entry::getKey)
                .map(shape -> shape.substring(shape.indexOf(' ') + 1))
                .filter(shape -> !BEGINNINGS.contains(shape) && !REFUSED.contains(shape))
                .toList();
    }
}
