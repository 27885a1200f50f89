package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the containers of {@code docker-compose.yml} let others do. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("..");

    private final String compose = read("docker-compose.yml");

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @Test
    void everything_is_published_on_the_loopback_interface_only() {
        assertThat(found("^ *ports: \\[\"(.*)\"\\]", compose))
                .hasSizeGreaterThan(9)
                .allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(found("^( *ports:)$", compose)).isEmpty();
    }

    @Test
    void nobody_is_trusted_without_a_password() {
        String access = read("deploy/postgres/pg_hba.conf");
        assertThat(compose).doesNotContain("HOST_AUTH_METHOD");
        assertThat(compose).contains("hba_file=/etc/producer-discovery/pg_hba.conf");
        assertThat(found("^(?!#).*\\s(\\w[\\w-]*)$", access)).isSubsetOf("peer", "scram-sha-256", "reject");
        assertThat(read("deploy/secrets/make.sh")).contains("requirepass $redis");
    }

    @Test
    void the_superuser_does_not_come_over_the_network() {
        assertThat(found("^host\\s+\\S+\\s+(\\S+)\\s.*$", read("deploy/postgres/pg_hba.conf")))
                .first()
                .isEqualTo("postgres");
        assertThat(found("^host\\s+all\\s+postgres\\s+all\\s+(\\S+)$", read("deploy/postgres/pg_hba.conf")))
                .containsExactly("reject");
        assertThat(found("SPRING_DATASOURCE_USERNAME: (\\S+)", compose))
                .containsOnly("producer_discovery", "pipeline_worker", "pipeline_operator")
                .containsOnlyOnce("producer_discovery");
    }

    @Test
    void no_password_is_written_in_the_file() {
        assertThat(found("^ *(\\w*PASSWORD\\w*: *\\S.*)$", compose)).isEmpty();
        assertThat(compose).doesNotContain("redis://");
    }

    @Test
    void each_container_sees_its_own_secrets_and_no_others() {
        assertThat(found("(secrets-\\w+:/run/secrets/producer-discovery:ro)", compose))
                .containsExactlyInAnyOrder(
                        "secrets-worker:/run/secrets/producer-discovery:ro",
                        "secrets-postgres:/run/secrets/producer-discovery:ro",
                        "secrets-redis:/run/secrets/producer-discovery:ro",
                        "secrets-owner:/run/secrets/producer-discovery:ro",
                        "secrets-operator:/run/secrets/producer-discovery:ro");
    }
}
