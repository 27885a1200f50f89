package dev.producerdiscovery.endtoend.soak;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts into an address what the database holds at the moment. Thread-safe. */
final class RealIds {

    /** The parameter in braces, and what it is a part of. */
    private static final Pattern PARAMETER = Pattern.compile("/([^/{}]+)/\\{[^}]+}");

    private static final Map<String, String> ONE_OF = Map.of(
            "artists", "select id::text from artists order by random() limit 1",
            "producers", "select id::text from producers where merged_into is null order by random() limit 1",
            "tracks", "select id::text from tracks order by random() limit 1",
            "queues", "select queue_name from get_queue_monitoring_data() order by random() limit 1",
            // Nothing is dead-lettered, so there is none: asked for nevertheless, and answered 404.
            "dead-letters", "select '1'");

    private final JdbcClient database;
    private final Supplier<String> latestRun;

    RealIds(JdbcClient database, Supplier<String> latestRun) {
        this.database = database;
        this.latestRun = latestRun;
    }

    /** Empty while nothing of the kind is there. */
    Optional<String> fill(String template) {
        Matcher matcher = PARAMETER.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Optional<String> id = id(matcher.group(1), template);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement("/" + matcher.group(1) + "/" + id.get()));
        }
        return Optional.of(matcher.appendTail(filled).toString());
    }

    private Optional<String> id(String kind, String template) {
        if (kind.equals("discover")) {
            return Optional.of(latestRun.get()).filter(run -> !run.isEmpty());
        }
        String query = ONE_OF.get(kind);
        if (query == null) {
            throw new IllegalStateException("The soak does not know what to put into " + template);
        }
        return database.sql(query).query(String.class).optional();
    }
}
