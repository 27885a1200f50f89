package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.http.Dialect;
import dev.producerdiscovery.provider.http.HttpAnswer;
import dev.producerdiscovery.provider.http.Meaning;
import dev.producerdiscovery.provider.http.StandardDialect;

/** The token endpoint's errors are flat, {@code {"error", "error_description"}}, and mostly about our credentials. */
final class AccountsDialect implements Dialect {

    private final StandardDialect standard;

    AccountsDialect(StandardDialect standard) {
        this.standard = standard;
    }

    @Override
    public Meaning judge(HttpAnswer answer) {
        String description = answer.json()
                .path("error_description")
                .asString(answer.json().path("error").asString(answer.text()));
        return switch (answer.status()) {
            case 400, 401, 403 ->
                new Meaning.AccountProblem(StandardDialect.said(answer.status(), description)
                        + " (check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET)");
            case 404 -> new Meaning.AccountProblem("there is no token service here (check SPOTIFY_ACCOUNTS_URL)");
            default -> standard.judge(answer, description);
        };
    }
}
