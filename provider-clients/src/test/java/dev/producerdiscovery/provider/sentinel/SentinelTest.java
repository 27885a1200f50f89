package dev.producerdiscovery.provider.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.provider.http.Condition;
import dev.producerdiscovery.provider.http.Examination;
import dev.producerdiscovery.provider.http.Standing;
import dev.producerdiscovery.provider.http.Watch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Processes on one database that all use a provider. */
@ExtendWith(OutputCaptureExtension.class)
class SentinelTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());
    private static final SentinelSettings SETTINGS =
            new SentinelSettings(Duration.ofHours(1), Map.of("acme", "song-1", "blank", ""));

    private final List<String> asked = new ArrayList<>();
    private Optional<Examination> found = Optional.of(new Examination(Condition.FINE, ""));
    private List<Standing> noticed = List.of();
    private final Sentinel one = process();
    private final Sentinel other = process();

    @BeforeEach
    void forgetEverything() {
        OWNER.sql("delete from provider_checks").update();
    }

    @Test
    void one_process_an_hour_asks_for_the_well_known_thing() {
        one.round();
        other.round();
        assertThat(asked).as("a fleet that starts").isEmpty();

        anHourPasses();
        one.round();
        other.round();
        one.round();
        assertThat(asked).containsExactly("song-1");
    }

    @Test
    void every_process_knows_what_was_heard() {
        hear(Condition.DOWN, "it takes too long");
        other.round();

        assertThat(other.last()).singleElement().satisfies(check -> {
            assertThat(check.provider()).isEqualTo("acme");
            assertThat(check.examination()).isEqualTo(new Examination(Condition.DOWN, "it takes too long"));
        });
    }

    @Test
    void a_change_is_told_in_one_line_and_what_stays_in_none(CapturedOutput output) {
        hear(Condition.FINE, "");
        hear(Condition.CHANGED, "/songs/1 lacks producer_artists");
        hear(Condition.CHANGED, "/songs/1 lacks producer_artists");
        hear(Condition.BLOCKED, "answered 403");
        hear(Condition.FINE, "");
        hear(Condition.FINE, "");

        assertThat(output.getOut().lines().filter(line -> line.contains(" acme ")))
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains("WARN", "answers differently", "lacks producer_artists"),
                        line -> assertThat(line).contains("WARN", "blocks us: answered 403"),
                        line -> assertThat(line).contains("INFO", "acme is fine again"));
    }

    @Test
    void what_is_missing_at_the_first_look_is_no_change(CapturedOutput output) {
        hear(Condition.CHANGED, "/songs/1 is not there any more, or never was");

        assertThat(output.getOut().lines().filter(line -> line.contains(" acme ")))
                .singleElement()
                .asString()
                .contains("INFO", "differently than expected", "or never was");
    }

    @Test
    void what_one_process_notices_at_work_all_know() {
        noticed = List.of(new Standing("acme", true, new Examination(Condition.BLOCKED, "answered 401")));
        one.round();
        noticed = List.of();
        other.round();
        assertThat(other.last())
                .singleElement()
                .satisfies(check -> assertThat(check.examination().detail()).isEqualTo("answered 401"));

        noticed = List.of(new Standing("acme", true, new Examination(Condition.FINE, "")));
        one.round();
        other.round();
        assertThat(other.last())
                .singleElement()
                .satisfies(check -> assertThat(check.examination().condition()).isEqualTo(Condition.FINE));
    }

    @Test
    void whoever_may_not_be_asked_now_stays_in_his_condition() {
        hear(Condition.DOWN, "it takes too long");
        found = Optional.empty();
        anHourPasses();
        one.round();

        assertThat(one.last())
                .singleElement()
                .satisfies(check -> assertThat(check.examination().condition()).isEqualTo(Condition.DOWN));
    }

    @Test
    void the_condition_is_a_metric() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SentinelGauges.register(meters, "acme", one);
        hear(Condition.BLOCKED, "answered 403");

        assertThat(meters.get("provider.condition")
                        .tag("condition", "blocked")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("provider.condition")
                        .tag("condition", "fine")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void without_the_database_nobody_is_asked_and_nothing_fails() {
        Sentinel lost = new Sentinel(
                () -> List.of(watch("acme")),
                List::of,
                SETTINGS,
                new CheckStore(JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"))));

        assertThat(lost.round()).isPositive();
        assertThat(asked).isEmpty();
    }

    private void hear(Condition condition, String detail) {
        found = Optional.of(new Examination(condition, detail));
        one.round();
        anHourPasses();
        one.round();
    }

    private Sentinel process() {
        return new Sentinel(
                () -> List.of(watch("acme"), watch("blank")),
                () -> noticed,
                SETTINGS,
                new CheckStore(JdbcClient.create(DATABASE.worker())));
    }

    private Watch watch(String provider) {
        return new Watch(provider, thing -> {
            asked.add(thing);
            return found;
        });
    }

    private static void anHourPasses() {
        OWNER.sql("update provider_checks set claimed_at = claimed_at - interval '1 hour'")
                .update();
    }
}
