package dev.producerdiscovery.provider.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.ResourceAccessException;

/** One request and what its answer means, timed. Thread-safe. */
final class Exchange {

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

    Verdict send(Request request, String authorisation) {
        Timer.Sample sample = Timer.start(meters);
        Verdict verdict = judge(request, authorisation);
        sample.stop(Timer.builder("provider.calls")
                .description("Calls to the outside music APIs, retries included")
                .tag("provider", provider)
                .tag("endpoint", request.endpoint())
                .tag("outcome", verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .register(meters));
        return verdict;
    }

    private Verdict judge(Request request, String authorisation) {
        try {
            Answer answer = transport.send(request, authorisation);
            String location = answer.headers().getFirst(HttpHeaders.LOCATION);
            return answer.status() / 100 == 3 && location != null ? moved(request, location) : dialect.judge(answer);
        } catch (ResourceAccessException e) {
            return new Verdict.Broken("no answer: " + cause(e));
        }
    }

    private static Verdict moved(Request request, String location) {
        try {
            return new Verdict.Moved(Transport.follow(request.uri(), location));
        } catch (IllegalArgumentException e) {
            return new Verdict.Broken("a redirect to nowhere");
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
