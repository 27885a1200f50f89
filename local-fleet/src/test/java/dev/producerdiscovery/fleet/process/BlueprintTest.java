package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What each process is told, and by that what it cannot give away. */
class BlueprintTest {

    private static final Backend BACKEND = new Backend(
            "postgresql://producer_discovery:of-the-owner@127.0.0.1:1/producer_discovery",
            "jdbc:postgresql://127.0.0.1:1/producer_discovery",
            "producer_discovery",
            "of-the-owner",
            "redis://default:of-redis@127.0.0.1:2",
            Map.of(
                    "pipeline_worker", "of-the-worker",
                    "pipeline_operator", "of-the-operator",
                    "pipeline_reader", "of-the-reader"));

    private static final Map<String, String> KEYS = Map.of(
            "SPOTIFY_CLIENT_SECRET", "key-spotify",
            "PRODUCER_DISCOVERY_PROVIDERS_SPOTIFY_CLIENT_SECRET", "key-spotify",
            "GENIUS_ACCESS_TOKEN", "key-genius",
            "PRODUCER_DISCOVERY_PROVIDERS_GENIUS_ACCESS_TOKEN", "key-genius",
            "DISCOGS_TOKEN", "key-discogs",
            "INSTAGRAM_API_KEY", "key-instagram",
            "SPOTIFY_RATE_LIMIT", "180/30s");

    @Test
    void every_service_knows_the_password_of_its_own_role_only() {
        for (Blueprint.Service service : Blueprint.SERVICES) {
            String own = service.databaseRole().equals("pipeline_operator") ? "of-the-operator" : "of-the-worker";
            assertThat(secrets(service, "of-the-")).as(service.module()).containsExactly(own);
        }
    }

    @Test
    void every_service_knows_the_keys_of_the_providers_it_asks_only() {
        Map<String, Set<String>> known = new HashMap<>();
        Blueprint.SERVICES.forEach(service -> known.put(service.module(), secrets(service, "key-")));

        assertThat(known)
                .containsEntry("artist-discovery-service", Set.of("key-spotify"))
                .containsEntry("album-discovery-service", Set.of("key-spotify"))
                .containsEntry("track-discovery-service", Set.of("key-spotify"))
                .containsEntry("producer-identification-service", Set.of("key-genius"))
                .containsEntry("social-enrichment-service", Set.of("key-genius", "key-discogs", "key-instagram"))
                .containsEntry("queue-monitor-service", Set.of())
                .containsEntry("catalog-service", Set.of());
    }

    @Test
    void what_is_no_key_is_told_to_all() {
        for (Blueprint.Service service : Blueprint.SERVICES) {
            assertThat(component(service).environment()).containsEntry("SPOTIFY_RATE_LIMIT", "180/30s");
        }
    }

    @Test
    void no_secret_is_an_argument_and_none_is_seen_when_the_backend_is_printed() {
        for (Blueprint.Service service : Blueprint.SERVICES) {
            assertThat(component(service).jvmOptions() + "" + component(service).arguments())
                    .doesNotContain("of-", "key-");
        }
        assertThat(BACKEND.toString()).doesNotContain("of-");
        assertThat(Backend.from(BACKEND.toMap())).isEqualTo(BACKEND);
    }

    private static Set<String> secrets(Blueprint.Service service, String prefix) {
        Set<String> secrets = new TreeSet<>(component(service).environment().values());
        secrets.removeIf(value -> !value.startsWith(prefix));
        return secrets;
    }

    private static Component component(Blueprint.Service service) {
        return Blueprint.service(service, 1, BACKEND, KEYS);
    }
}
