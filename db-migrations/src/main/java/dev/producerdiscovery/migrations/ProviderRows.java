package dev.producerdiscovery.migrations;

import dev.producerdiscovery.descriptor.Asked;
import dev.producerdiscovery.descriptor.CreditTraits;
import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Stage;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes the database know of providers what their descriptors say. Locks no row that is so already. */
final class ProviderRows {

    private static final String PROVIDER = """
            insert into public.providers as p (name, name_care, calls_an_album, calls_a_song)
            values (?, ?, ?, ?)
            on conflict (name) do update
            set name_care = excluded.name_care,
                calls_an_album = excluded.calls_an_album,
                calls_a_song = excluded.calls_a_song
            where (p.name_care, p.calls_an_album, p.calls_a_song)
                is distinct from (excluded.name_care, excluded.calls_an_album, excluded.calls_a_song)
            """;

    private static final String ASKED = """
            insert into public.stage_providers as s (queue_name, provider, required, buckets)
            values (?, ?, ?, ?)
            on conflict (queue_name, provider) do update
            set required = excluded.required,
                buckets = excluded.buckets
            where (s.required, s.buckets) is distinct from (excluded.required, excluded.buckets)
            """;

    private static final String FORGET = """
            delete from public.providers p
            where p.name <> all (?)
            """;

    /** A stage that somebody added to this database keeps what it asks. */
    private static final String FORGET_ASKED = """
            delete from public.stage_providers s
            where s.queue_name = any (?)
                and s.queue_name || ' ' || s.provider <> all (?)
            """;

    private final Collection<Provider> providers;

    private ProviderRows(Collection<Provider> providers) {
        this.providers = providers;
    }

    static ProviderRows of(Collection<Provider> providers) {
        return new ProviderRows(List.copyOf(providers));
    }

    /** @throws MigrationException when the database refuses or does not answer; then nothing has changed */
    void write(DataSource owner) {
        try (Connection connection = owner.getConnection()) {
            OneTransaction.on(connection, this::write);
        } catch (SQLException e) {
            throw new MigrationException("what is known of providers could not be written: " + e.getMessage(), e);
        }
    }

    private void write(Connection connection) throws SQLException {
        forget(connection);
        for (Provider provider : providers) {
            write(connection, provider);
        }
    }

    private void forget(Connection connection) throws SQLException {
        execute(connection, FORGET, texts(connection, providers.stream().map(Provider::name)));
        execute(
                connection,
                FORGET_ASKED,
                texts(connection, Stream.of(Stage.values()).map(Stage::queue)),
                texts(
                        connection,
                        providers.stream()
                                .flatMap(provider -> provider.asked().stream()
                                        .map(by -> by.stage().queue() + " " + provider.name()))));
    }

    private static void write(Connection connection, Provider provider) throws SQLException {
        CreditTraits credits = provider.credits();
        execute(
                connection,
                PROVIDER,
                provider.name(),
                credits == null ? null : credits.nameCare(),
                credits == null ? BigDecimal.ZERO : credits.callsAnAlbum(),
                credits == null ? BigDecimal.ZERO : credits.callsASong());
        for (Asked by : provider.asked()) {
            execute(
                    connection,
                    ASKED,
                    by.stage().queue(),
                    provider.name(),
                    by.required(),
                    by.endpoints().isEmpty() ? null : texts(connection, by.endpoints().stream()));
        }
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    statement.setNull(i + 1, Types.NULL);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            statement.executeUpdate();
        }
    }
}
