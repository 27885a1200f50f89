package dev.producerdiscovery.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that is asked often, each time about another thing.
 *
 * @param limitMillis what the 95th percentile must not exceed
 * @param about SQL that names so many things ({@code :count}) to ask about, one text a row
 * @param sql the question, with {@code :about} for the thing
 */
record Question(String name, int limitMillis, String about, String sql) {

    /** Asks as often as stated, after a few times that do not count: a session's first questions load what others find. */
    Timings ask(JdbcClient database, int times) {
        List<String> things = database.sql(about)
                .param("count", times)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
        for (String thing : things.subList(0, Math.min(5, things.size()))) {
            answer(database, thing);
        }
        List<Long> nanos = new ArrayList<>();
        for (int number = 0; number < times; number++) {
            long start = System.nanoTime();
            answer(database, things.get(number % things.size()));
            nanos.add(System.nanoTime() - start);
        }
        return new Timings(nanos);
    }

    private void answer(JdbcClient database, String thing) {
        JdbcClient.StatementSpec statement = database.sql(sql);
        if (sql.contains(":about")) {
            statement = statement.param("about", thing);
        }
        statement.query().listOfRows();
    }
}
