package dev.producerdiscovery.provider.http;

import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** The meaning of status codes where a provider has no habits of its own. Dialects fall back on it. */
public final class StandardDialect implements Dialect {

    private final Clock clock;
    private final Duration pauseWhenUnstated;

    /** @param pauseWhenUnstated how long to wait after a 429 that does not say */
    public StandardDialect(Clock clock, Duration pauseWhenUnstated) {
        this.clock = clock;
        this.pauseWhenUnstated = pauseWhenUnstated;
    }

    @Override
    public Meaning judge(HttpAnswer answer) {
        return judge(answer, answer.json().path("message").asString(answer.text()));
    }

    /** @param message what the provider says about it, taken from where this provider puts it */
    public Meaning judge(HttpAnswer answer, String message) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return answer.isJson()
                    ? new Meaning.Fine(answer.json())
                    : new Meaning.Broken(said(status, "no JSON: " + answer.text()));
        }
        return switch (status) {
            case 400, 414, 422 -> new Meaning.BadRequest(said(status, message));
            case 401 -> new Meaning.TokenRefused(said(status, message));
            case 402, 403 -> new Meaning.AccountProblem(said(status, message));
            case 404, 410 -> new Meaning.Absent();
            case 429 -> new Meaning.Limited(pause(answer), true, said(status, message));
            default ->
                status == 503 && statesPause(answer)
                        ? new Meaning.Limited(pause(answer), true, said(status, message))
                        : new Meaning.Broken(said(status, message));
        };
    }

    public Duration pause(HttpAnswer answer) {
        return RetryAfter.read(answer.headers().getFirst(HttpHeaders.RETRY_AFTER), clock.instant())
                .orElse(pauseWhenUnstated);
    }

    /** A 503 with {@code Retry-After: 0} sheds load rather than setting a limit. */
    private boolean statesPause(HttpAnswer answer) {
        String header = answer.headers().getFirst(HttpHeaders.RETRY_AFTER);
        return header != null && !header.strip().equals("0");
    }

    public static String said(int status, String message) {
        return message.isBlank() ? "answered " + status : "answered " + status + ", " + message;
    }
}
