package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourtesyTest {

    private final List<Duration> pauses = new ArrayList<>();
    private int runs;

    private Instant now() {
        return Instant.EPOCH.plus(pauses.stream().reduce(Duration.ZERO, Duration::plus));
    }

    private final Courtesy courtesy = new Courtesy(Duration.ofSeconds(10), this::now, pauses::add);

    private static FlywayException failure(String state) {
        return new FlywayException("failed", new IllegalStateException(new SQLException("why", state)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "40P01"})
    void a_migration_that_gave_way_comes_again(String state) {
        courtesy.run(() -> {
            if (++runs < 3) {
                throw failure(state);
            }
        });
        assertThat(runs).isEqualTo(3);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void a_migration_that_fails_otherwise_does_not() {
        assertThatThrownBy(() -> courtesy.run(() -> {
                    runs++;
                    throw failure("42601");
                }))
                .isInstanceOf(FlywayException.class);
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void courtesy_has_an_end() {
        assertThatThrownBy(() -> courtesy.run(() -> {
                    runs++;
                    throw failure("55P03");
                }))
                .isInstanceOf(FlywayException.class);
        assertThat(now()).isEqualTo(Instant.EPOCH.plusSeconds(10));
    }
}
