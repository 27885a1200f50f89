package dev.producerdiscovery.benchmarks.size;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that is asked often, each time about another thing.
 *
 * @param limitMillis what the 95th percentile must not exceed
 * @param about SQL that names so many things ({@code :count}) to ask about, one a row: what is asked for and, where the
 *     answer has to hold it, the name that it has to hold
 * @param sql the question, with {@code :about} for the thing
 */
record SizeQuestion(String name, int limitMillis, String about, String sql) {

    /** Asks as often as stated, after a few times that do not count: a session's first questions load what others find. */
    Answers ask(JdbcClient database, int times) {
        List<Thing> things =
                database.sql(about).param("count", times).query(Thing::of).list();
        for (Thing thing : things.subList(0, Math.min(5, things.size()))) {
            answer(database, thing);
        }
        List<Long> nanos = new ArrayList<>();
        int missed = 0;
        for (int number = 0; number < times; number++) {
            Thing thing = things.get(number % things.size());
            long start = System.nanoTime();
            List<String> names = answer(database, thing);
            nanos.add(System.nanoTime() - start);
            missed += thing.isMissingFrom(names) ? 1 : 0;
        }
        return new Answers(nanos, missed);
    }

    /** The names in the answer; empty where it has none. */
    private List<String> answer(JdbcClient database, Thing thing) {
        JdbcClient.StatementSpec statement = database.sql(sql);
        if (sql.contains(":about")) {
            statement = statement.param("about", thing.asked());
        }
        return statement.query().listOfRows().stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }

    private record Thing(String asked, String expected) {

        static Thing of(ResultSet row, int number) throws SQLException {
            String asked = Objects.requireNonNull(row.getString(1));
            return new Thing(asked, row.getMetaData().getColumnCount() > 1 ? row.getString(2) : "");
        }

        boolean isMissingFrom(List<String> names) {
            return !expected.isEmpty() && !names.contains(expected);
        }
    }
}
