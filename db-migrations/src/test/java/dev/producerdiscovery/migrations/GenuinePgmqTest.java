package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same contract on the extension itself, and our whole schema on top of it. Skipped where npm is not at hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GenuinePgmqTest implements PgmqContract {

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
    public Database database() {
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

    /** What a server may hold when our migrations come. */
    enum Found {
        /** Files on the server, nothing in the database. */
        AVAILABLE {
            @Override
            void prepare(Database database) {}
        },
        CREATED {
            @Override
            void prepare(Database database) {
                database.execute("create extension pgmq");
            }
        },
        /** As hosters without the extension do it. */
        SQL_ALONE {
            @Override
            void prepare(Database database) throws Exception {
                Path script = GenuinePgmq.folder().orElseThrow().resolve("extension/pgmq--1.11.1.sql");
                try (Connection connection = database.dataSource().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create schema pgmq");
                    statement.execute(Files.readString(script));
                }
            }
        },
        /** The files came to the server after we had made a schema of our own. */
        ADDED_LATER {
            @Override
            void prepare(Database database) throws Exception {
                try (Connection connection = database.dataSource().getConnection();
                        Statement statement = connection.createStatement()) {
                    CompatibleSchema.load().createWith(statement);
                }
            }
        };

        abstract void prepare(Database database) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void everything_of_ours_installs_and_works_whatever_was_there(Found found) throws Exception {
        Database whole = Objects.requireNonNull(server).empty();
        found.prepare(whole);
        Migrations.migrate(whole.dataSource());
        Migrations.migrate(whole.dataSource());
        assertThat(whole.number("select count(*) from pg_extension where extname = 'pgmq'"))
                .isEqualTo(found == Found.AVAILABLE || found == Found.CREATED ? 1 : 0);
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
