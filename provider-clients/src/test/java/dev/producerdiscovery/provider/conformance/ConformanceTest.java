package dev.producerdiscovery.provider.conformance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.producerdiscovery.provider.support.FakeProvider.html;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static dev.producerdiscovery.provider.support.FakeProvider.reset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.ProviderEndpoint;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.provider.http.Condition;
import dev.producerdiscovery.provider.http.Examination;
import dev.producerdiscovery.provider.http.ProviderHttpFactory;
import dev.producerdiscovery.provider.http.Standing;
import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.provider.support.TestApplication;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What every provider that is described has to keep to. What its answers may do to it is in {@link OddAnswersTest}. */
class ConformanceTest {

    private static final FakeProvider SERVER = new FakeProvider();
    private static final ConfigurableApplicationContext CLIENTS = TestApplication.withEveryProvider(SERVER);
    private static final String TOKEN = "{'access_token': 't', 'expires_in': 3600}";

    @AfterAll
    static void stop() {
        CLIENTS.close();
        SERVER.close();
    }

    static List<Named<Provider>> everyProvider() {
        return Providers.all().stream()
                .map(provider -> Named.of(provider.title(), provider))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void its_client_goes_by_the_name_in_the_descriptor(Provider provider) throws ReflectiveOperationException {
        assertThat(client(provider).getField("PROVIDER").get(null)).isEqualTo(provider.name());
        assertThat(Operations.of(provider)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void without_a_key_it_is_switched_off_and_names_what_is_missing(Provider provider) {
        try (FakeProvider nobody = new FakeProvider();
                ConfigurableApplicationContext unset = TestApplication.start(nobody)) {
            unset.getBean(client(provider));

            List<Standing> standings = unset.getBean(ProviderHttpFactory.class).standings();
            assertThat(standings)
                    .filteredOn(standing -> standing.provider().equals(provider.name()))
                    .singleElement()
                    .satisfies(standing -> {
                        assertThat(standing.on()).isFalse();
                        assertThat(provider.variables())
                                .anyMatch(variable ->
                                        standing.examination().detail().contains(variable));
                    });
            assertThat(nobody.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void every_variable_of_its_descriptor_reaches_its_property(Provider provider) {
        Environment environment = CLIENTS.getEnvironment();

        assertThat(provider.settings())
                .allSatisfy(setting -> assertThat(environment.getProperty(setting.property()))
                        .as(setting.property())
                        .isEqualTo(environment.getProperty(setting.variable(), setting.fallback())));
        assertThat(provider.endpoints())
                .filteredOn(endpoint -> endpoint.keptFor().isPositive())
                .allSatisfy(endpoint -> assertThat(environment.getProperty(
                                "producer-discovery.providers.cache.times." + provider.name() + "." + endpoint.name()))
                        .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void it_asks_where_it_is_told_to_under_the_endpoints_of_its_descriptor(Provider provider) {
        for (Operation operation : Operations.of(provider)) {
            answer(json(200, operation.answer().toString()));
            int requests = SERVER.requests().size();
            int taken = SERVER.budget().taken().size();

            operation.ask(CLIENTS);

            assertThat(SERVER.requests()).as("%s", operation).hasSizeGreaterThan(requests);
            assertThat(SERVER.budget()
                            .taken()
                            .subList(taken, SERVER.budget().taken().size()))
                    .as("%s", operation)
                    .isNotEmpty()
                    .isSubsetOf(provider.endpoints().stream()
                            .map(ProviderEndpoint::name)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void no_key_stands_where_addresses_are_logged(Provider provider) {
        for (Operation operation : Operations.of(provider)) {
            answer(json(200, operation.answer().toString()));
            operation.ask(CLIENTS);
        }
        assertThat(SERVER.requests())
                .allSatisfy(request -> assertThat(request.getUrl().replaceAll("[?].*", ""))
                        .doesNotContain("=" + TestApplication.SECRET));
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void a_provider_that_is_down_is_asked_again_later_as_an_attempt(Provider provider) {
        for (ResponseDefinitionBuilder trouble : List.of(json(500, "{}"), html(502), html(200), reset())) {
            Operation operation = Operations.of(provider).getFirst();
            // Else it would be the fifth failure in a row some day, and the provider would be parked.
            answer(json(200, operation.answer().toString()));
            operation.ask(CLIENTS);
            answer(trouble);
            assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> operation.ask(CLIENTS));
        }
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void after_a_429_nobody_asks_until_the_time_that_it_states(Provider provider) {
        Operation operation = Operations.of(provider).getFirst();
        answer(aResponse().withStatus(429).withHeader("Retry-After", "60"));
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> operation.ask(CLIENTS))
                .satisfies(failure -> assertThat(failure.until())
                        .isAfterOrEqualTo(SERVER.clock().instant().plusSeconds(60)));
        int requests = SERVER.requests().size();

        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(() -> operation.ask(CLIENTS));

        assertThat(SERVER.requests()).hasSize(requests);
    }

    @ParameterizedTest
    @MethodSource("everyProvider")
    void whoever_looks_at_it_learns_that_it_is_down(Provider provider) {
        CLIENTS.getBean(client(provider));
        answer(html(502));

        String thing = CLIENTS.getEnvironment()
                .getRequiredProperty("producer-discovery.providers.sentinel.things." + provider.name());
        Optional<Examination> found = CLIENTS.getBean(ProviderHttpFactory.class).watches().stream()
                .filter(watch -> watch.provider().equals(provider.name()))
                .findFirst()
                .orElseThrow()
                .ask()
                .apply(thing);

        assertThat(found).map(Examination::condition).contains(Condition.DOWN);
    }

    /** Everything answers this; whatever was made of the answers before is over. */
    private static void answer(ResponseDefinitionBuilder answer) {
        SERVER.clock().advance(Duration.ofDays(3));
        SERVER.answerAll(answer);
        SERVER.answer("/accounts/api/token", TOKEN);
    }

    private static Class<?> client(Provider provider) {
        String name = "dev.producerdiscovery.provider." + provider.name() + "." + provider.title() + "Client";
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(provider.title() + " is described and has no " + name, e);
        }
    }
}
