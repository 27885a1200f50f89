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
    public Verdict judge(Answer answer) {
        return judge(answer, answer.json().path("message").asString(answer.text()));
    }

    /** @param message what the provider says about it, taken from where this provider puts it */
    public Verdict judge(Answer answer, String message) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return answer.isJson()
                    ? new Verdict.Fine(answer.json())
                    : new Verdict.Broken(said(status, "no JSON: " + answer.text()));
        }
        return switch (status) {
            case 400, 414, 422 -> new Verdict.BadRequest(said(status, message));
            case 401 -> new Verdict.TokenRefused(said(status, message));
            case 402, 403 -> new Verdict.AccountProblem(said(status, message));
            case 404, 410 -> new Verdict.Absent();
            case 429 -> new Verdict.Limited(pause(answer), true, said(status, message));
            default ->
                status == 503 && statesPause(answer)
                        ? new Verdict.Limited(pause(answer), true, said(status, message))
                        : new Verdict.Broken(said(status, message));
        };
    }

    public Duration pause(Answer answer) {
        return RetryAfter.read(answer.headers().getFirst(HttpHeaders.RETRY_AFTER), clock.instant())
                .orElse(pauseWhenUnstated);
    }

    /** A 503 with {@code Retry-After: 0} sheds load rather than setting a limit. */
    private boolean statesPause(Answer answer) {
        String header = answer.headers().getFirst(HttpHeaders.RETRY_AFTER);
        return header != null && !header.strip().equals("0");
    }

    public static String said(int status, String message) {
        return message.isBlank() ? "answered " + status : "answered " + status + ", " + message;
    }
}
