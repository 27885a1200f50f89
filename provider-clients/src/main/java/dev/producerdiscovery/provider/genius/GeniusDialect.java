package dev.producerdiscovery.provider.genius;

import dev.producerdiscovery.provider.http.Dialect;
import dev.producerdiscovery.provider.http.HttpAnswer;
import dev.producerdiscovery.provider.http.Meaning;
import dev.producerdiscovery.provider.http.StandardDialect;
import tools.jackson.databind.JsonNode;

/**
 * Answers are {@code {"meta": {"status", "message"?}, "response"?}}; a bad token is told flat as {@code {"error",
 * "error_description"}}.
 */
final class GeniusDialect implements Dialect {

    private final StandardDialect standard;

    GeniusDialect(StandardDialect standard) {
        this.standard = standard;
    }

    @Override
    public Meaning judge(HttpAnswer answer) {
        JsonNode json = answer.json();
        int status = status(answer);
        String message = json.path("error_description")
                .asString(json.path("meta").path("message").asString(answer.text()));
        return switch (status) {
            case 401 ->
                new Meaning.AccountProblem(StandardDialect.said(status, message) + " (check GENIUS_ACCESS_TOKEN)");
            case 403 ->
                new Meaning.AccountProblem(StandardDialect.said(status, message)
                        + " (the token's scope, GENIUS_API_URL, or this machine's address is not welcome)");
            default -> standard.judge(new HttpAnswer(status, answer.headers(), json, answer.text()), message);
        };
    }

    /** An error may come with status 200. */
    private static int status(HttpAnswer answer) {
        if (answer.status() / 100 != 2) {
            return answer.status();
        }
        if (answer.json().path("error").isString()) {
            return 401;
        }
        return answer.json().path("meta").path("status").asInt(answer.status());
    }
}
