package dev.producerdiscovery.endtoend;

import dev.producerdiscovery.fleet.process.FleetAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a text wherever the fleet writes and shows something. */
record Search(JdbcClient database, FleetAddresses addresses, Path logs) {

    private static final List<String> PAGES = List.of(
            "/",
            "/no-such-page",
            "/budgets",
            "/queues",
            "/health-report",
            "/issues",
            "/runs",
            "/producers",
            "/actuator",
            "/actuator/health",
            "/actuator/health/outside-apis",
            "/actuator/info",
            "/actuator/prometheus",
            "/actuator/env",
            "/actuator/configprops",
            "/actuator/beans",
            "/actuator/httpexchanges",
            "/v3/api-docs");

    /** Where it was found: tables, files and addresses. */
    Set<String> find(String text) {
        Set<String> places = new TreeSet<>();
        tables().stream().filter(table -> holds(table, text)).forEach(places::add);
        addresses
                .services()
                .forEach((service, url) -> PAGES.stream()
                        .filter(page -> Http.text(url + page).contains(text))
                        .forEach(page -> places.add(service + page)));
        if (Http.postText(addresses.artistDiscovery() + "/discover", "{\"artistName\": ")
                .body()
                .toString()
                .contains(text)) {
            places.add("the answer to nonsense");
        }
        try (var files = Files.list(logs)) {
            files.filter(file -> read(file).contains(text))
                    .forEach(file -> places.add(file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    /** Queues and their archives are tables like all others. */
    private List<String> tables() {
        return database.sql("""
                        select format('%I.%I', table_schema, table_name)
                        from information_schema.tables
                        where table_type = 'BASE TABLE'
                        and table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .<String>query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private boolean holds(String table, String text) {
        return database.sql("select exists (select from " + table + " t where position(:text in t::text) > 0)")
                .param("text", text)
                .query(Boolean.class)
                .single();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
