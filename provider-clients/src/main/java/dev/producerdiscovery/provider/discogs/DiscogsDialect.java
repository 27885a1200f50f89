package dev.producerdiscovery.provider.discogs;

import dev.producerdiscovery.provider.http.Answer;
import dev.producerdiscovery.provider.http.Dialect;
import dev.producerdiscovery.provider.http.StandardDialect;
import dev.producerdiscovery.provider.http.Verdict;
import java.util.Locale;

/** Errors are {@code {"message"}}. A body with nothing but a message is an error whatever its status. */
final class DiscogsDialect implements Dialect {

    private final StandardDialect standard;

    DiscogsDialect(StandardDialect standard) {
        this.standard = standard;
    }

    @Override
    public Verdict judge(Answer answer) {
        String message = answer.json().path("message").asString(answer.text());
        return switch (answer.status()) {
            case 200 ->
                answer.json().has("message") && answer.json().size() == 1
                        ? onlyMessage(message)
                        : standard.judge(answer);
            case 401, 403 ->
                new Verdict.AccountProblem(StandardDialect.said(answer.status(), message) + " (check DISCOGS_TOKEN)");
            default -> standard.judge(answer, message);
        };
    }

    private static Verdict onlyMessage(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("not found")) {
            return new Verdict.Absent();
        }
        return lower.contains("authenticate")
                ? new Verdict.AccountProblem(message + " (check DISCOGS_TOKEN)")
                : new Verdict.Broken(message);
    }
}
