package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.producerdiscovery.backend.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final Health health = new Health();
    private HttpServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(Loopback.address(), 0), 0);
        server.createContext("/up", exchange -> {
            exchange.getResponseHeaders().set("Server", "producer-discovery/one");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/stranger", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        url = "http://" + Loopback.HOST + ":" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_process_that_is_meant_is_ready() {
        assertThat(health.isReady(url + "/up", "producer-discovery/one")).isTrue();
    }

    @Test
    void another_copys_service_and_a_strangers_count_for_nothing() {
        assertThat(health.isReady(url + "/up", "producer-discovery/two")).isFalse();
        assertThat(health.isReady(url + "/stranger", "producer-discovery/one")).isFalse();
        assertThat(health.isReady(url + "/down", "producer-discovery/one")).isFalse();
    }
}
