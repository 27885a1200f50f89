package dev.producerdiscovery.web.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    private static final int STATUS_LENGTH = "HTTP/1.1 200".length();
    /** Of the second walk, which only shows whether memory grows. */
    private static final int SECOND_TIME_EVERY = 5;

    /** Leads somewhere wherever a number or a name is asked for. */
    private static final String HARMLESS = "1";

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings = List.of();

    @LocalServerPort
    private int port;

    private final List<String> failures = new ArrayList<>();
    private int sent;
    private int every = 1;

    @Test
    void nothing_hostile_is_a_failure_of_the_service_or_fills_its_log_or_its_memory() throws IOException {
        List<Endpoint> endpoints = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> Endpoint.of(entry.getKey(), entry.getValue()))
                .toList();
        assertThat(endpoints).isNotEmpty();
        try (LogWatch log = new LogWatch()) {
            for (Endpoint endpoint : endpoints) {
                walk(endpoint);
            }
            long before = usedAfterCollection();
            every = SECOND_TIME_EVERY;
            for (Endpoint endpoint : endpoints) {
                walk(endpoint);
            }
            assertThat(failures).as("of %d requests", sent).isEmpty();
            assertThat(log.seen()).as("in the log").isEmpty();
            assertThat(usedAfterCollection() - before).as("growth").isLessThan(MAY_GROW_BYTES);
        }
    }

    private void walk(Endpoint endpoint) throws IOException {
        for (String text : Hostile.TEXTS) {
            if (endpoint.varies()) {
                send(endpoint.method(), endpoint.at(text), "", "");
            }
            for (String parameter : endpoint.parameters()) {
                send(endpoint.method(), endpoint.at(HARMLESS) + "?" + parameter + "=" + text, "", "");
            }
            send(endpoint.method(), endpoint.at(HARMLESS) + "?" + text, "", "");
        }
        for (String header : Hostile.HEADERS) {
            send(endpoint.method(), endpoint.at(HARMLESS), header, "");
        }
        for (String method : Hostile.METHODS) {
            send(method, endpoint.at(HARMLESS), "", "");
        }
        if (!endpoint.method().equals("GET")) {
            walkBody(endpoint);
        }
    }

    private void walkBody(Endpoint endpoint) throws IOException {
        Stream<String> form = endpoint.parameters().stream()
                .flatMap(parameter -> Hostile.TEXTS.stream().map(text -> parameter + "=" + text));
        for (String body : form.toList()) {
            send(endpoint.method(), endpoint.at(HARMLESS), "Content-Type: application/x-www-form-urlencoded", body);
        }
        for (String body : Hostile.bodies(endpoint.fields()).toList()) {
            send(endpoint.method(), endpoint.at(HARMLESS), "Content-Type: application/json", body);
        }
        for (String type : Hostile.TYPES) {
            send(endpoint.method(), endpoint.at(HARMLESS), "Content-Type: " + type, "{\"a\": 1}");
        }
    }

    private void send(String method, String path, String header, String body) throws IOException {
        sent++;
        if (sent % every != 0) {
            return;
        }
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        if (!header.startsWith("Host:")) {
            request.append("Host: localhost\r\n");
        }
        if (!header.isEmpty()) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty() || method.equals("POST")) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        String status = statusOf(request.append("\r\n").append(body).toString());
        if (!status.matches("HTTP/1.1 [234]\\d\\d")) {
            failures.add(
                    method + " " + shortened(path) + " " + shortened(header) + " " + shortened(body) + ": " + status);
        }
    }

    private String statusOf(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            byte[] all = answer.readAllBytes();
            return new String(all, 0, Math.min(all.length, STATUS_LENGTH), StandardCharsets.US_ASCII);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
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
