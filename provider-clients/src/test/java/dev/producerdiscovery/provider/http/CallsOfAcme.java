package dev.producerdiscovery.provider.http;

import static dev.producerdiscovery.provider.support.FakeProvider.json;

import dev.producerdiscovery.provider.support.FakeProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** Tests of calls of a provider that is called acme. */
abstract class CallsOfAcme {

    static final String THING = "{'name': 'Hollow Lake'}";
    static final String SECRET = "s3cr3t-t0k3n";

    final FakeProvider provider = new FakeProvider();
    final ProviderHttp http = provider.factory()
            .create(
                    "acme",
                    provider.factory().standardDialect(Duration.ofSeconds(30)),
                    Authorisation.fixed("Bearer " + SECRET),
                    Map.of("User-Agent", "Tests/1"),
                    Request.get("probe", URI.create(provider.url() + "/probe")));

    @AfterEach
    void stop() {
        provider.close();
    }

    Optional<String> name() {
        return http.get(thing(), json -> json.required("name"));
    }

    Request thing() {
        return Request.get("thing", URI.create(provider.url() + "/thing?key=" + SECRET));
    }

    Instant after(int seconds) {
        return provider.clock().instant().plusSeconds(seconds);
    }
}
