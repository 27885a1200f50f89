package dev.producerdiscovery.web.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.web.walk.Wire.Answer;
import dev.producerdiscovery.web.walk.Wire.Request;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Sends every endpoint that the service has mapped everything hostile in every place that it takes something from. A new
 * endpoint is walked by itself. For a test that starts the service on a random port.
 */
public abstract class EndpointWalk {

    /** Beyond what caches, pools and counters settle at after a first walk. */
    private static final long MAY_GROW_BYTES = 6L << 20;

    /** Of the second walk, which only shows whether memory grows. */
    private static final int SECOND_TIME_EVERY = 5;

    /**
     * Of what is looked at before an endpoint is, such as headers: the first endpoint gets all, each further one a share
     * that differs from its neighbours'.
     */
    private static final int SHARES = 6;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings = List.of();

    @LocalServerPort
    private int port;

    private final List<String> failures = new ArrayList<>();
    private List<String> manners = List.of();
    private int sent;
    private int every = 1;

    @Test
    void nothing_hostile_is_a_failure_of_the_service_or_fills_its_log_or_its_memory() throws IOException {
        List<Endpoint> endpoints = endpoints();
        assertThat(endpoints).isNotEmpty();
        try (LogWatch log = new LogWatch()) {
            walk(endpoints);
            long before = usedAfterCollection();
            every = SECOND_TIME_EVERY;
            walk(endpoints);
            assertThat(failures).as("of %d requests", sent).isEmpty();
            assertThat(log.failures()).as("in the log").isEmpty();
            assertThat(usedAfterCollection() - before).as("growth").isLessThan(MAY_GROW_BYTES);
        }
    }

    /** Headers without which no caller comes as far as an endpoint of this service; asked for anew for each endpoint. */
    protected List<String> manners() {
        return List.of();
    }

    /** What leads somewhere in this service, by the name of what varies in a path; a number or an id is there anyway. */
    protected Map<String, String> known() {
        return Map.of();
    }

    final List<Endpoint> endpoints() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> Endpoint.of(entry.getKey(), entry.getValue(), known()))
                .toList();
    }

    final Wire wire() {
        return new Wire(port);
    }

    private void walk(List<Endpoint> endpoints) throws IOException {
        for (int i = 0; i < endpoints.size(); i++) {
            manners = manners();
            walkInput(endpoints.get(i));
            walkManner(endpoints.get(i), i);
            if (!endpoints.get(i).method().equals("GET")) {
                walkBody(endpoints.get(i), i);
            }
        }
    }

    private void walkInput(Endpoint endpoint) throws IOException {
        for (String text : Hostile.TEXTS) {
            if (endpoint.varies()) {
                send(endpoint.method(), endpoint.at(text), "", "");
            }
            for (String parameter : endpoint.parameters()) {
                send(endpoint.method(), endpoint.harmless() + "?" + parameter + "=" + text, "", "");
            }
        }
    }

    /** What every request has, whatever it is for. */
    private void walkManner(Endpoint endpoint, int number) throws IOException {
        for (String text : share(Hostile.TEXTS, number)) {
            send(endpoint.method(), endpoint.harmless() + "?" + text, "", "");
        }
        for (String header : share(Hostile.HEADERS, number)) {
            send(endpoint.method(), endpoint.harmless(), header, "");
        }
        for (String method : share(Hostile.METHODS, number)) {
            send(method, endpoint.harmless(), "", "");
        }
    }

    private void walkBody(Endpoint endpoint, int number) throws IOException {
        Stream<String> form = endpoint.parameters().stream()
                .flatMap(parameter -> Hostile.TEXTS.stream().map(text -> parameter + "=" + text));
        for (String body : form.toList()) {
            send(endpoint.method(), endpoint.harmless(), "Content-Type: application/x-www-form-urlencoded", body);
        }
        for (String body : Hostile.bodies(endpoint.bodies()).toList()) {
            send(endpoint.method(), endpoint.harmless(), "Content-Type: application/json", body);
        }
        for (String type : share(Hostile.TYPES, number)) {
            send(endpoint.method(), endpoint.harmless(), "Content-Type: " + type, "{\"a\": 1}");
        }
    }

    private static List<String> share(List<String> all, int number) {
        return IntStream.range(0, all.size())
                .filter(i -> number == 0 || i % SHARES == number % SHARES)
                .mapToObj(all::get)
                .toList();
    }

    private void send(String method, String path, String header, String body) throws IOException {
        sent++;
        if (sent % every != 0) {
            return;
        }
        String name = header.substring(0, header.indexOf(':') + 1);
        List<String> headers = Stream.concat(
                        Stream.of(header), manners.stream().filter(mine -> name.isEmpty() || !mine.startsWith(name)))
                .filter(line -> !line.isEmpty())
                .toList();
        Request request = new Request(method, path, headers, body);
        Answer answer = wire().answer(request);
        if (answer.status() < 200 || answer.status() >= 500) {
            failures.add(request + ": " + answer);
        }
    }

    private static long usedAfterCollection() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
