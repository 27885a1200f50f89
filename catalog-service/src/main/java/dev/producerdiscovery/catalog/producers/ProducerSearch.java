package dev.producerdiscovery.catalog.producers;

import dev.producerdiscovery.catalog.Paging;
import dev.producerdiscovery.catalog.ResultPage;
import dev.producerdiscovery.catalog.SlowReaders;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds producers, by page or all of them one after the other. */
@Repository
public class ProducerSearch {

    private static final int ROWS_PER_FETCH = 500;

    private final JdbcClient database;

    ProducerSearch(JdbcClient database) {
        this.database = database;
    }

    ResultPage<FoundProducer> find(ProducerFilter filter, Paging paging) {
        List<FoundProducer> items = new ArrayList<>();
        AtomicLong total = new AtomicLong();
        statement(filter, paging.limit(), paging.offset()).query(row -> {
            items.add(FoundProducer.of(row));
            total.set(row.getLong("total"));
        });
        return ResultPage.of(items, paging, total.get());
    }

    /** Everybody who produced for the artist, most songs first. */
    public ResultPage<FoundProducer> ofArtist(UUID artist, Paging paging) {
        return find(ProducerFilter.ofArtist(artist), paging);
    }

    /** Hands out every producer that passes the filter, without holding them all. Transactional, or JDBC fetches all. */
    @Transactional(readOnly = true)
    void forEach(ProducerFilter filter, Consumer<FoundProducer> consumer) {
        SlowReaders.waitFor(database);
        statement(filter, Integer.MAX_VALUE, 0).withFetchSize(ROWS_PER_FETCH).query(row -> {
            consumer.accept(FoundProducer.of(row));
        });
    }

    private JdbcClient.StatementSpec statement(ProducerFilter filter, int limit, int offset) {
        return database.sql("""
                        select *
                        from find_producers(
                            p_term => cast(:term as text),
                            p_roles => string_to_array(cast(:roles as text), ','),
                            p_source => cast(:source as text),
                            p_verification => cast(:verification as text),
                            p_has_contact => cast(:contact as boolean),
                            p_artist_id => cast(:artist as uuid),
                            p_sort => cast(:sort as text),
                            p_limit => cast(:limit as integer),
                            p_offset => cast(:offset as integer))
                        """)
                .param("term", filter.q())
                .param("roles", joined(filter.roles()))
                .param("source", filter.source())
                .param("verification", filter.verification())
                .param("contact", filter.contact())
                .param("artist", filter.artist())
                .param("sort", filter.sort() == null ? "relevance" : filter.sort())
                .param("limit", limit)
                .param("offset", offset);
    }

    private static @Nullable String joined(@Nullable List<String> roles) {
        return roles == null ? null : String.join(",", roles);
    }
}
