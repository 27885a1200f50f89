package dev.producerdiscovery.benchmarks.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks everything of a small database, so that a benchmark that is seldom started does not rot. */
class QuestionsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void load() {
        new LargeDatabase(2_000, 9_000, 1_000, 500).load(DATABASE.superuser());
    }

    static Stream<Arguments> questions() {
        return Questions.ALL.stream().map(question -> argumentSet(question.name(), question));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void every_question_is_answered_as_often_as_it_is_asked(SizeQuestion question) {
        JdbcClient operator = JdbcClient.create(DATABASE.as(PipelineRole.OPERATOR));
        assertThat(question.ask(operator, 3).nanos()).hasSize(3);
    }
}
