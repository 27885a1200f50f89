package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of all processes one looks at a provider, and all know what it saw. */
class ProviderChecksTest {

    private static final Database DB = TestServer.plain().migrated();

    @BeforeEach
    void nobodyWasAsked() {
        DB.execute("delete from provider_checks");
    }

    @Test
    void a_fleet_that_starts_asks_nobody_yet() {
        assertThat(claim()).isFalse();
        assertThat(claim()).isFalse();
    }

    @Test
    void one_caller_an_interval_has_to_ask() {
        claim();
        anHourPasses();

        assertThat(claim()).isTrue();
        assertThat(claim()).isFalse();
        anHourPasses();
        assertThat(claim()).isTrue();
    }

    @Test
    void a_condition_lasts_since_it_began() {
        assertThat(record("down", "it takes too long")).isNull();
        DB.execute("update provider_checks set since = since - interval '1 hour'");
        assertThat(record("down", "it cannot be connected to")).isEqualTo("down");
        assertThat(DB.text("select detail || ' ' || (since < checked_at - interval '59 minutes') from provider_checks"))
                .isEqualTo("it cannot be connected to true");

        assertThat(record("fine", "")).isEqualTo("down");
        assertThat(DB.isTrue("select since = checked_at from provider_checks")).isTrue();
    }

    @Test
    void what_is_no_condition_is_refused() {
        assertRefused(BAD_ARGUMENT, () -> record("ill", ""));
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select claim_provider_check('spotify', interval '0')"));
    }

    private static boolean claim() {
        return DB.isTrue("select claim_provider_check('spotify', interval '1 hour')");
    }

    private static @Nullable String record(String condition, String detail) {
        return DB.text("select record_provider_check('spotify', ?, ?)", condition, detail);
    }

    private static void anHourPasses() {
        DB.execute("update provider_checks set claimed_at = claimed_at - interval '1 hour'");
    }
}
