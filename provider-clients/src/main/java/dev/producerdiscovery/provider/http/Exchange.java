package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.cache.KeptAnswer;
import dev.producerdiscovery.provider.cache.Validators;
import dev.producerdiscovery.secrets.Characters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/** One request and what its answer means, timed. Thread-safe. */
final class Exchange {

    private static final int NOT_MODIFIED = 304;

    private final String provider;
    private final Transport transport;
    private final Dialect dialect;
    private final MeterRegistry meters;

    Exchange(String provider, Transport transport, Dialect dialect, MeterRegistry meters) {
        this.provider = provider;
        this.transport = transport;
        this.dialect = dialect;
        this.meters = meters;
    }

    /** @param outdated the answer at hand, which the provider may confirm; null for none */
    Heard send(Request request, String authorisation, @Nullable KeptAnswer outdated) {
        Timer.Sample sample = Timer.start(meters);
        Heard heard = judge(request, authorisation, outdated);
        sample.stop(Timer.builder("provider.calls")
                .description("Calls to the outside music APIs, retries included")
                .tag("provider", provider)
                .tag("endpoint", request.endpoint())
                .tag("outcome", heard.meaning().getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .register(meters));
        return heard;
    }

    private Heard judge(Request request, String authorisation, @Nullable KeptAnswer outdated) {
        if (!Characters.fitHeader(authorisation)) {
            return Heard.of(new Meaning.AccountProblem(
                    provider + "'s key holds a character that no header can carry; it must be set again"));
        }
        try {
            HttpAnswer answer = transport.send(
                    request, authorisation, outdated == null ? Validators.none() : outdated.validators());
            if (answer.status() == NOT_MODIFIED
                    && outdated != null
                    && outdated.json().isPresent()) {
                return new Heard(
                        new Meaning.Fine(outdated.json().get()), outdated.validators(), dialect.warning(answer));
            }
            String location = answer.headers().getFirst(HttpHeaders.LOCATION);
            Meaning meaning =
                    answer.status() / 100 == 3 && location != null ? moved(request, location) : dialect.judge(answer);
            return new Heard(meaning, answer.validators(), dialect.warning(answer));
        } catch (ResourceAccessException e) {
            return Heard.nothing("no answer: " + cause(e));
        } catch (RestClientException | IllegalArgumentException e) {
            // Their messages show what was to be sent, and so do not go further than this.
            return Heard.nothing("the call could not be made: " + e.getClass().getSimpleName());
        }
    }

    private static Meaning moved(Request request, String location) {
        try {
            return new Meaning.Moved(Transport.follow(request.uri(), location));
        } catch (IllegalArgumentException e) {
            return new Meaning.Broken("a redirect to nowhere");
        }
    }

    /** The message of the exception itself holds the whole URL, and with it what must not be logged. */
    private static String cause(ResourceAccessException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return switch (cause) {
            case ConnectException refused -> "it cannot be connected to";
            case HttpTimeoutException late -> "it takes too long";
            case UnknownHostException unknown -> "its name is not known";
            default -> cause.getClass().getSimpleName();
        };
    }
}
