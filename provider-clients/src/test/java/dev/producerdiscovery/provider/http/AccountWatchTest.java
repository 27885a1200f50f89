package dev.producerdiscovery.provider.http;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static dev.producerdiscovery.provider.support.FakeProvider.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AccountWatchTest {

    private static final Duration PARK = Duration.ofMinutes(15);
    private static final ResponseDefinitionBuilder REFUSED = text(403, "Active premium subscription required");
    private static final ResponseDefinitionBuilder FINE = json(200, "{'name': 'Hollow Lake'}");

    private final FakeProvider provider = new FakeProvider();
    private final ProviderHttp http = provider.factory()
            .create(
                    "acme",
                    provider.factory().standardDialect(Duration.ofSeconds(30)),
                    Authorisation.fixed("Bearer s3cr3t"),
                    Map.of(),
                    null);

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void a_refused_account_is_told_in_one_line_however_often_it_is_refused(CapturedOutput output) {
        provider.answer("/thing", REFUSED);
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(ThrottledFailure.class)
                    .isThrownBy(this::name)
                    .withMessageContaining("account problem: answered 403, Active premium subscription required");
            provider.clock().advance(PARK);
        }

        assertThat(output.getOut().lines().filter(line -> line.contains("acme refuses our account")))
                .singleElement()
                .asString()
                .contains("Active premium", "It is asked again at")
                .doesNotContain("s3cr3t");
        assertThat(provider.requests()).hasSize(5);
    }

    @Test
    void nobody_calls_before_the_time() {
        provider.answer("/thing", REFUSED);
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(this::name);
        }

        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void when_the_time_has_come_one_call_finds_out() throws Exception {
        provider.answer("/thing", REFUSED);
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(this::name);
        provider.clock().advance(PARK);
        provider.answer("/slow", FINE.withFixedDelay(500));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> http.get(request("/slow"), json -> json.required("name")));
            await().until(() -> !provider.requests("/slow").isEmpty());
            assertThatExceptionOfType(ThrottledFailure.class)
                    .isThrownBy(this::name)
                    .satisfies(failure -> assertThat(failure.until())
                            .isEqualTo(provider.clock().instant().plusSeconds(1)));
            first.get();
        }

        assertThat(provider.requests("/thing")).hasSize(1);
        provider.answer("/thing", FINE);
        assertThat(name()).isEqualTo("Hollow Lake");
    }

    @Test
    void a_mended_account_is_told_once(CapturedOutput output) {
        provider.answerInTurn("/thing", REFUSED, FINE);
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(this::name);
        assertThat(standing()).isEqualTo("blocked");
        provider.clock().advance(PARK);
        assertThat(name()).isEqualTo("Hollow Lake");
        assertThat(name()).isEqualTo("Hollow Lake");

        assertThat(standing()).isEqualTo("fine");
        assertThat(output.getOut().lines().filter(line -> line.contains("acme accepts our account again")))
                .hasSize(1);
    }

    private String standing() {
        return provider.factory()
                .standings()
                .getFirst()
                .examination()
                .condition()
                .toString();
    }

    private String name() {
        return http.get(request("/thing"), json -> json.required("name")).orElse("");
    }

    private Request request(String path) {
        return Request.get("thing", URI.create(provider.url() + path));
    }
}
