package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is passed to a function: it answers, or says which argument is bad. */
class HostileArgumentsTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final SensibleArguments SENSIBLE = new SensibleArguments();

    @BeforeAll
    static void prepare() throws SQLException {
        SENSIBLE.prepare(DB);
    }

    static Stream<Routine> routines() {
        return Routine.allIn(DB).stream();
    }

    @ParameterizedTest
    @MethodSource("routines")
    void every_parameter_has_a_sensible_value_with_which_the_function_answers(Routine routine) throws SQLException {
        assertThat(routine.parameters())
                .allSatisfy(parameter -> assertThat(SENSIBLE.of(routine, parameter))
                        .as(
                                "a sensible value for %s.%s (add it to hostile/sensible-arguments.txt)",
                                routine.name(), parameter.name())
                        .isNotNull());
        try (Connection connection = connect(routine)) {
            Optional<Refusal> refusal = Refusal.of(connection, routine, sensible(routine));
            // To refuse is its only purpose.
            assertThat(refusal.isPresent())
                    .as("%s", refusal)
                    .isEqualTo(routine.name().equals("raise_unknown"));
        }
    }

    @ParameterizedTest
    @MethodSource("routines")
    void a_hostile_argument_is_answered_or_refused_by_name_and_harms_nothing(Routine routine) throws SQLException {
        List<String> complaints = new ArrayList<>();
        try (Connection connection = connect(routine)) {
            String schema = schema(connection);
            List<@Nullable String> arguments = sensible(routine);
            for (int place = 0; place < arguments.size(); place++) {
                Routine.Parameter parameter = routine.parameters().get(place);
                String good = String.valueOf(arguments.get(place));
                for (String hostile : hostile(parameter, good)) {
                    arguments.set(place, hostile);
                    complaint(connection, schema, routine, parameter, arguments)
                            .map(complaint -> parameter.name() + " = " + shortened(hostile) + " " + complaint)
                            .ifPresent(complaints::add);
                }
                arguments.set(place, good);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routines")
    void an_endless_argument_is_refused_by_name(Routine routine) throws SQLException {
        List<String> complaints = new ArrayList<>();
        try (Connection connection = connect(routine)) {
            List<@Nullable String> arguments = sensible(routine);
            for (int place = 0; place < arguments.size(); place++) {
                Routine.Parameter parameter = routine.parameters().get(place);
                if (SENSIBLE.isHelper(routine) || SENSIBLE.mayBeEndless(routine, parameter)) {
                    continue;
                }
                String good = arguments.get(place);
                for (String endless : HostileValues.endless(parameter.type())) {
                    arguments.set(place, endless);
                    Savepoint before = connection.setSavepoint();
                    Optional<Refusal> refusal = Refusal.of(connection, routine, arguments);
                    connection.rollback(before);
                    if (!refusal.map(error -> error.saysBadArgument() && error.names(parameter, endless))
                            .orElse(false)) {
                        complaints.add(parameter.name() + " = " + shortened(endless) + " " + refusal);
                    }
                }
                arguments.set(place, good);
            }
        }
        assertThat(complaints).isEmpty();
    }

    private static Connection connect(Routine routine) throws SQLException {
        Connection connection =
                TestServer.plain().dataSource(DB.name(), routine.role()).getConnection();
        connection.setAutoCommit(false);
        // A hostile value must not keep a session busy either.
        connection.createStatement().execute("set statement_timeout = '20s'");
        return connection;
    }

    private static List<@Nullable String> sensible(Routine routine) {
        List<@Nullable String> arguments = new ArrayList<>();
        routine.parameters().forEach(parameter -> arguments.add(SENSIBLE.of(routine, parameter)));
        return arguments;
    }

    private static List<@Nullable String> hostile(Routine.Parameter parameter, String good) {
        List<@Nullable String> hostile = new ArrayList<>(HostileValues.of(parameter.type(), good));
        hostile.add(null);
        return hostile;
    }

    private static Optional<String> complaint(
            Connection connection,
            String schema,
            Routine routine,
            Routine.Parameter parameter,
            List<@Nullable String> arguments)
            throws SQLException {
        String hostile = arguments.get(routine.parameters().indexOf(parameter));
        Savepoint before = connection.setSavepoint();
        Optional<Refusal> refusal = Refusal.of(connection, routine, arguments);
        String found = hostile != null && hostile.contains("canary") ? schema(connection) : schema;
        connection.rollback(before);
        if (!found.equals(schema)) {
            return Optional.of("changes the schema from " + schema + " to " + found);
        }
        if (refusal.isEmpty()) {
            return hostile == null && !SENSIBLE.mayBeNull(routine, parameter)
                    ? Optional.of("is answered")
                    : Optional.empty();
        }
        return refusal.filter(error ->
                        !error.saysBadArgument() || !(SENSIBLE.isHelper(routine) || error.names(parameter, hostile)))
                .map(error -> "raises " + error.state() + " " + shortened(error.message()));
    }

    private static String shortened(@Nullable String text) {
        return text == null || text.length() <= 120 ? String.valueOf(text) : text.substring(0, 120) + "…";
    }

    private static String schema(Connection connection) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("""
                select concat_ws(' ',
                    (select string_agg(state, ',') from canary),
                    (select sum(hashtext(oid::text || relname)) from pg_class where relnamespace in (%1$s)),
                    (select sum(hashtext(oid::text || proname)) from pg_proc where pronamespace in (%1$s)),
                    (select count(*) from pg_roles))
                """.formatted(
                        "'public'::regnamespace, 'pgmq'::regnamespace, 'queue_mgmt'::regnamespace"))) {
            row.next();
            return row.getString(1);
        }
    }
}
