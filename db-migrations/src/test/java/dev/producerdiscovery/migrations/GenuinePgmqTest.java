package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same contract on the extension itself, and our whole schema on top of it. Skipped where npm is not at hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenuinePgmqTest extends PgmqContract {

    private @Nullable TestServer server;
    private @Nullable Database database;

    @BeforeAll
    void install() throws Exception {
        Optional<Path> files = GenuinePgmq.folder();
        assumeTrue(files.isPresent(), "npm cannot fetch the genuine extension here");
        TestServer started = TestServer.withExtensionsFrom(files.orElseThrow());
        server = started;
        database = started.empty();
        PgmqSchema.installInto(database.dataSource());
    }

    @Override
    Database database() {
        return Objects.requireNonNull(database);
    }

    @Test
    void the_installer_prefers_the_extension() {
        assertThat(database().text("select extversion from pg_extension where extname = 'pgmq'"))
                .isEqualTo("1.11.1");
    }

    @Test
    void a_database_that_began_with_our_schema_stays_with_it() {
        Database began = Objects.requireNonNull(server).empty();
        CompatibleSchema own = CompatibleSchema.load();
        began.execute(own.script());
        began.execute("comment on schema pgmq is '" + own.mark() + "'");
        PgmqSchema.installInto(began.dataSource());
        assertThat(began.rows("select from pg_extension where extname = 'pgmq'"))
                .isEmpty();
    }

    @Test
    void everything_of_ours_installs_and_works_on_top_of_it() {
        Database whole = Objects.requireNonNull(server).empty();
        Migrations.migrate(whole.dataSource());
        assertThat(whole.number("select start_artist_discovery('The Paper Lanterns')"))
                .isEqualTo(1);
        assertThat(whole.json("select pg_dequeue('artist_discovery')")
                        .get(0)
                        .at("/message/artistName")
                        .asString())
                .isEqualTo("The Paper Lanterns");
        assertThat(whole.isTrue(
                        "select move_to_dead_letter_queue('artist_discovery', 'artist_discovery_dlq', '1', 'why')"))
                .isTrue();
        assertThat(whole.isTrue("select reprocess_from_dlq('artist_discovery_dlq', '1')"))
                .isTrue();
    }
}
