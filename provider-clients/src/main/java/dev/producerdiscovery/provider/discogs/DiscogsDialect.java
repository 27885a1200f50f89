package dev.producerdiscovery.provider.discogs;

import dev.producerdiscovery.provider.http.Dialect;
import dev.producerdiscovery.provider.http.HttpAnswer;
import dev.producerdiscovery.provider.http.Meaning;
import dev.producerdiscovery.provider.http.StandardDialect;
import java.util.Locale;

/** Errors are {@code {"message"}}. A body with nothing but a message is an error whatever its status. */
final class DiscogsDialect implements Dialect {

    private final StandardDialect standard;

    DiscogsDialect(StandardDialect standard) {
        this.standard = standard;
    }

    @Override
    public Meaning judge(HttpAnswer answer) {
        String message = answer.json().path("message").asString(answer.text());
        return switch (answer.status()) {
            case 200 ->
                answer.json().has("message") && answer.json().size() == 1
                        ? onlyMessage(message)
                        : standard.judge(answer);
            case 401, 403 ->
                new Meaning.AccountProblem(StandardDialect.said(answer.status(), message) + " (check DISCOGS_TOKEN)");
            default -> standard.judge(answer, message);
        };
    }

    private static Meaning onlyMessage(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("not found")) {
            return new Meaning.Absent();
        }
        return lower.contains("authenticate")
                ? new Meaning.AccountProblem(message + " (check DISCOGS_TOKEN)")
                : new Meaning.Broken(message);
    }
}
