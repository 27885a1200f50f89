package dev.producerdiscovery.endtoend.soak;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections to the database, counted at both ends. */
final class Connections {

    private static final Pattern POOL = Pattern.compile("(?m)^hikaricp_connections(_active)?\\{[^}]*} ([0-9.E]+)$");

    private final JdbcClient database;
    private final Browser browser;

    Connections(JdbcClient database, Browser browser) {
        this.database = database;
        this.browser = browser;
    }

    /** @param taken those of the pool that somebody has */
    record Pool(double all, double taken) {}

    /** What a service says of its pool. */
    Pool pool(String url) throws IOException {
        Browser.Answer answer = browser.get(url + "/actuator/prometheus");
        double all = 0;
        double taken = 0;
        Matcher pools = POOL.matcher(answer.body());
        while (pools.find()) {
            double connections = Double.parseDouble(pools.group(2));
            if (pools.group(1) == null) {
                all += connections;
            } else {
                taken += connections;
            }
        }
        if (!answer.isGood() || all == 0) {
            throw new IOException(url + " does not tell of its pool, but " + answer.status());
        }
        return new Pool(all, taken);
    }

    /** All that the database has, but for the soak's own. */
    long sessions() {
        return database.sql("""
                        select count(*)
                        from pg_stat_activity
                        where datname = current_database()
                        and pid <> pg_backend_pid()
                        """).query(Long.class).single();
    }
}
