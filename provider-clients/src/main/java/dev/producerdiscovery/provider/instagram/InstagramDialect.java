package dev.producerdiscovery.provider.instagram;

import dev.producerdiscovery.provider.http.Dialect;
import dev.producerdiscovery.provider.http.HttpAnswer;
import dev.producerdiscovery.provider.http.Meaning;
import dev.producerdiscovery.provider.http.StandardDialect;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Meta's errors are {@code {"error": {"code", "error_subcode", "message"}}}, whose code says more than the HTTP status.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Error handling</a>
 */
final class InstagramDialect implements Dialect {

    private static final Set<Integer> RATES = Set.of(4, 17, 32, 613, 80002);
    /** A personal account and a name that does not exist look the same. */
    private static final Set<Integer> NO_SUCH_PROFILE = Set.of(2207013, 2207006);

    private static final int NEARLY_ALL = 90;

    private final StandardDialect standard;

    InstagramDialect(StandardDialect standard) {
        this.standard = standard;
    }

    @Override
    public Meaning judge(HttpAnswer answer) {
        JsonNode error = answer.json().path("error");
        return error.isObject() ? meta(answer, error) : plain(answer);
    }

    private Meaning meta(HttpAnswer answer, JsonNode error) {
        int code = error.path("code").asInt(0);
        String message =
                StandardDialect.said(answer.status(), error.path("message").asString(""));
        if (code == 110 || NO_SUCH_PROFILE.contains(error.path("error_subcode").asInt(0))) {
            return new Meaning.Absent();
        }
        if (RATES.contains(code)) {
            return new Meaning.Limited(pause(answer), true, message);
        }
        if (code == 190 || code == 102) {
            return new Meaning.AccountProblem(message + " (INSTAGRAM_API_KEY has expired or was revoked)");
        }
        if (code == 3 || code == 10 || (code >= 200 && code <= 299)) {
            return new Meaning.AccountProblem(
                    message + " (the token lacks instagram_basic, instagram_manage_insights or pages_read_engagement)");
        }
        return code == 100 ? new Meaning.BadRequest(message) : new Meaning.Broken(message);
    }

    /** Beyond 100 % Meta refuses every call, and the more is asked the longer it lasts. */
    @Override
    public Optional<Meaning.Limited> warning(HttpAnswer answer) {
        int percent = MetaUsage.of(answer.headers()).percent();
        return percent < NEARLY_ALL
                ? Optional.empty()
                : Optional.of(new Meaning.Limited(
                        pause(answer), true, percent + " % of the calls or of the time that Meta allows are used"));
    }

    private Duration pause(HttpAnswer answer) {
        return MetaUsage.of(answer.headers()).regainedIn().orElseGet(() -> standard.pause(answer));
    }

    private Meaning plain(HttpAnswer answer) {
        int status = answer.status();
        String message = answer.json().path("message").asString(answer.text());
        return status == 401 || status == 403
                ? new Meaning.AccountProblem(StandardDialect.said(status, message) + " (check INSTAGRAM_API_KEY)")
                : standard.judge(answer, message);
    }
}
