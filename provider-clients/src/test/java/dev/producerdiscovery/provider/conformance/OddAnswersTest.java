package dev.producerdiscovery.provider.conformance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.provider.support.TestApplication;
import dev.producerdiscovery.worker.failure.WorkFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class OddAnswersTest {

    private static final FakeProvider PROVIDER = new FakeProvider();
    private static final ConfigurableApplicationContext CLIENTS = TestApplication.withEveryProvider(PROVIDER);
    private static final Pattern CONTENT = Pattern.compile("Hollow|[Mm]ara|Undertow|Tides|2222");

    private static final String TOKEN = "{'access_token': 't', 'expires_in': 3600}";

    @Provide
    Arbitrary<Operation> operations() {
        return Arbitraries.of(Operations.ofEveryProvider());
    }

    @AfterContainer
    static void stop() {
        CLIENTS.close();
        PROVIDER.close();
    }

    @Example
    void a_whole_answer_is_read() {
        for (Operation operation : Operations.ofEveryProvider()) {
            assertThat(read(operation, operation.answer())).as("%s", operation).containsPattern(CONTENT);
        }
    }

    @Property(tries = 600)
    void a_damaged_answer_is_read_or_refused(
            @ForAll("operations") Operation operation,
            @ForAll @IntRange(min = 0, max = 500) int place,
            @ForAll Damage damage) {
        readOrRefused(operation, json(200, damage.in(operation.answer(), place).toString()));
    }

    @Property(tries = 150)
    void an_answer_that_breaks_off_is_refused(
            @ForAll("operations") Operation operation, @ForAll @IntRange(min = 0, max = 99) int percent) {
        byte[] whole = operation.answer().toString().getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);

        assertThat(readOrRefused(operation, aResponse().withStatus(200).withBody(cut)))
                .as("a part is not believed")
                .isEmpty();
    }

    @Property(tries = 300)
    void a_good_answer_with_a_bad_status_is_refused_or_nothing(
            @ForAll("operations") Operation operation, @ForAll @IntRange(min = 300, max = 599) int status) {
        Optional<Object> value =
                readOrRefused(operation, json(status, operation.answer().toString()));

        value.ifPresent(read -> assertThat(read.toString()).doesNotContainPattern(CONTENT));
    }

    @Example
    void nothing_that_is_no_json_is_believed() {
        for (Operation operation : Operations.ofEveryProvider()) {
            for (String body :
                    new String[] {"", "null", "true", "7", "\"text\"", "<html><body>hi</body></html>", "{", "[]", "{}"
                    }) {
                Optional<Object> value =
                        readOrRefused(operation, aResponse().withStatus(200).withBody(body));
                assertThat(value).as("%s answered with %s", operation, body).isEmpty();
            }
        }
    }

    @Example
    void a_body_that_is_not_compressed_as_it_says_is_refused() {
        for (Operation operation : Operations.ofEveryProvider()) {
            assertThat(readOrRefused(
                            operation, json(200, operation.answer().toString()).withHeader("Content-Encoding", "gzip")))
                    .isEmpty();
        }
    }

    @Example
    void a_content_type_decides_nothing() {
        for (Operation operation : Operations.ofEveryProvider()) {
            Object expected = readOrRefused(
                            operation, json(200, operation.answer().toString()))
                    .orElseThrow();
            for (String type : new String[] {"text/html", "application/octet-stream", "//;;=", ""}) {
                assertThat(readOrRefused(
                                operation,
                                aResponse()
                                        .withStatus(200)
                                        .withHeader("Content-Type", type)
                                        .withBody(operation.answer().toString())))
                        .contains(expected);
            }
        }
    }

    @Example
    void what_is_missing_by_chance_is_not_lost() {
        Set<String> lost = new TreeSet<>();
        for (Operation operation : Operations.ofEveryProvider()) {
            String expected = read(operation, operation.answer());
            Holes.in(operation.answer()).forEach((place, holed) -> {
                PROVIDER.clock().advance(Duration.ofDays(3));
                PROVIDER.answerAllInTurn(
                        json(200, holed.toString()),
                        json(200, operation.answer().toString()));
                PROVIDER.answer("/accounts/api/token", TOKEN);
                if (!operation.ask(CLIENTS).toString().equals(expected)) {
                    lost.add(operation + " " + place.replaceAll("/\\d+", "[]"));
                }
            });
        }
        assertThat(lost)
                .as("all but what is not used, or what the providers themselves leave out at times")
                .containsExactlyElementsOf(Operations.mayBeMissing());
    }

    @Example
    void null_entries_cost_none_of_the_others() {
        for (Operation operation : Operations.ofEveryProvider()) {
            JsonNode answer = operation.answer();
            String expected = read(operation, answer);
            fillWithNulls(answer);
            assertThat(read(operation, answer)).as("%s", operation).isEqualTo(expected);
        }
    }

    @Example
    void numbers_may_be_texts() {
        for (Operation operation : Operations.ofEveryProvider()) {
            JsonNode answer = operation.answer();
            String expected = read(operation, answer);
            writeNumbersAsTexts(answer);
            assertThat(read(operation, answer)).as("%s", operation).isEqualTo(expected);
        }
    }

    private static String read(Operation operation, JsonNode answer) {
        return readOrRefused(operation, json(200, answer.toString()))
                .orElseThrow()
                .toString();
    }

    /** What the client makes of the answer; empty when it refuses it as a failure that a worker understands. */
    private static Optional<Object> readOrRefused(Operation operation, ResponseDefinitionBuilder answer) {
        // Whatever was made of the answers before is over.
        PROVIDER.clock().advance(Duration.ofDays(3));
        PROVIDER.answerAll(answer);
        PROVIDER.answer("/accounts/api/token", TOKEN);
        try {
            return Optional.of(operation.ask(CLIENTS));
        } catch (WorkFailure refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    private static void fillWithNulls(JsonNode node) {
        node.values().forEach(OddAnswersTest::fillWithNulls);
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            array.insertNull(0);
            array.addNull();
        }
    }

    private static void writeNumbersAsTexts(JsonNode node) {
        node.values().forEach(OddAnswersTest::writeNumbersAsTexts);
        if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                if (object.get(field).isNumber()) {
                    object.set(
                            field,
                            JsonNodeFactory.instance.stringNode(
                                    object.get(field).asString()));
                }
            }
        }
    }
}
