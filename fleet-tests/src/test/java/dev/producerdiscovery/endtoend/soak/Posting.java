package dev.producerdiscovery.endtoend.soak;

import dev.producerdiscovery.endtoend.RunningFleet;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for one artist after the other, by name and by id in turns, and sees what becomes of each run. */
final class Posting {

    private static final String SERVICE = "artist-discovery-service";

    private static final Set<String> BAD_ENDS = Set.of("complete with failures", "ambiguous", "not_found", "refused");

    private final String url;
    private final Restarts restarts;
    private final Findings findings;
    private final Browser browser;
    private final Queue<Map<String, String>> artists = new ConcurrentLinkedQueue<>();
    private final Deque<Map<String, String>> due = new ArrayDeque<>();

    /** What each run was asked for, while it runs. */
    private final Map<String, Map<String, String>> running = new ConcurrentHashMap<>();

    private final AtomicInteger posted = new AtomicInteger();

    private volatile String latest = "";

    Posting(RunningFleet fleet, int number, Restarts restarts, Findings findings, Browser browser) {
        this.url = fleet.addresses().artistDiscovery() + "/discover";
        this.restarts = restarts;
        this.findings = findings;
        this.browser = browser;
        JsonNode known = fleet.simulator().artists();
        if (known.size() < number) {
            throw new IllegalStateException("The simulator has " + known.size() + " artists and not " + number
                    + ": set SIMULATOR_SIZE, as Maven's profile slow does");
        }
        for (int i = 0; i < number; i++) {
            JsonNode artist = known.path(i);
            artists.add(
                    i % 2 == 0
                            ? Map.of("artistName", artist.path("name").asString())
                            : Map.of("artistId", artist.path("spotify_id").asString()));
        }
    }

    /** One more, and those that the service was not there for. */
    synchronized void next() {
        Optional.ofNullable(artists.poll()).ifPresent(due::add);
        while (!due.isEmpty() && post(due.peek())) {
            due.remove();
        }
    }

    private boolean post(Map<String, String> artist) {
        Instant start = Instant.now();
        String answered;
        try {
            Browser.Answer answer = browser.post(url, JsonMapper.shared().writeValueAsString(artist));
            if (answer.status() == 202) {
                latest = JsonMapper.shared()
                        .readTree(answer.body())
                        .path("correlationId")
                        .asString();
                running.put(latest, artist);
                posted.incrementAndGet();
                return true;
            }
            answered = Integer.toString(answer.status());
        } catch (IOException e) {
            answered = e.toString();
        }
        if (!restarts.wasAway(SERVICE, start, Instant.now())) {
            findings.add("POST /discover was answered " + answered);
        }
        return false;
    }

    /** Looks at the runs that had not ended. An answer that does not come is left to the next look. */
    void look() {
        for (var run : List.copyOf(running.entrySet())) {
            String state = state(run.getKey());
            if (state.equals("complete")) {
                running.remove(run.getKey());
            } else if (BAD_ENDS.contains(state)) {
                running.remove(run.getKey());
                findings.add("The run for " + run.getValue() + " ended as " + state);
            }
        }
    }

    private String state(String run) {
        try {
            Browser.Answer answer = browser.get(url + "/" + run);
            return answer.isGood()
                    ? JsonMapper.shared().readTree(answer.body()).path("state").asString("")
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    synchronized boolean allEnded() {
        return artists.isEmpty() && due.isEmpty() && running.isEmpty();
    }

    int posted() {
        return posted.get();
    }

    /** Of the run that was started last; empty before there is one. */
    String latest() {
        return latest;
    }

    Map<String, Map<String, String>> running() {
        return running;
    }
}
