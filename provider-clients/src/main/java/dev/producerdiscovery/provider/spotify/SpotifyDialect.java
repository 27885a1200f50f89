package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.http.Dialect;
import dev.producerdiscovery.provider.http.HttpAnswer;
import dev.producerdiscovery.provider.http.Meaning;
import dev.producerdiscovery.provider.http.StandardDialect;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * Errors of the Web API are {@code {"error": {"status", "message", "reason"?}}}; some come as plain text.
 *
 * @see <a href="https://developer.spotify.com/documentation/web-api/concepts/api-calls">Responses</a>
 * @see <a href="https://developer.spotify.com/blog/2026-07-23-web-api-quota-updates">Quotas</a>
 */
final class SpotifyDialect implements Dialect {

    /** A day's quota is a rolling one, so part of it is back within the hour. */
    private static final Duration QUOTA_PAUSE = Duration.ofHours(1);

    private final StandardDialect standard;

    SpotifyDialect(StandardDialect standard) {
        this.standard = standard;
    }

    @Override
    public Meaning judge(HttpAnswer answer) {
        JsonNode error = answer.json().path("error");
        if (error.isMissingNode() || error.isNull()) {
            return answer.status() == 403
                    ? new Meaning.AccountProblem(StandardDialect.said(403, answer.text())
                            + " (the owner of the app needs an active Premium subscription)")
                    : standard.judge(answer);
        }
        String message = message(error);
        boolean insideAGoodOne = answer.status() / 100 == 2;
        if ((insideAGoodOne || answer.status() == 400) && namesAnId(error, message)) {
            return new Meaning.Absent();
        }
        int stated = error.path("status").asInt(0);
        if (insideAGoodOne && stated < 400) {
            return new Meaning.Broken(StandardDialect.said(answer.status(), "an error: " + message));
        }
        int status = insideAGoodOne ? stated : answer.status();
        HttpAnswer failure = new HttpAnswer(status, answer.headers(), answer.json(), answer.text());
        if (status == 429 && error.path("reason").asString("").equals("QUOTA_EXCEEDED")) {
            return new Meaning.Limited(
                    failure.headers().containsHeader(HttpHeaders.RETRY_AFTER) ? standard.pause(failure) : QUOTA_PAUSE,
                    false,
                    "the day's quota is spent");
        }
        if (status == 403) {
            return new Meaning.NotAllowed(StandardDialect.said(status, message));
        }
        return standard.judge(failure, message);
    }

    private static String message(JsonNode error) {
        return error.isString()
                ? error.stringValue()
                : error.path("message").asString(error.path("description").asString(""));
    }

    private static boolean namesAnId(JsonNode error, String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("invalid base62 id")
                || lower.contains("invalid id")
                || lower.contains("non existing id")
                || error.path("type").asString("").equals("not_found");
    }
}
