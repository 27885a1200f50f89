package dev.producerdiscovery.provider.musicbrainz;

import dev.producerdiscovery.provider.http.Dialect;
import dev.producerdiscovery.provider.http.HttpAnswer;
import dev.producerdiscovery.provider.http.Meaning;
import dev.producerdiscovery.provider.http.StandardDialect;
import java.util.Locale;

/**
 * Errors are {@code {"error", "help"}}. A 503 either says that we are too fast, or that the server sheds load.
 *
 * @see <a href="https://musicbrainz.org/doc/MusicBrainz_API/Rate_Limiting">Rate limiting</a>
 */
final class MusicBrainzDialect implements Dialect {

    private final StandardDialect standard;

    MusicBrainzDialect(StandardDialect standard) {
        this.standard = standard;
    }

    @Override
    public Meaning judge(HttpAnswer answer) {
        String error = answer.json().path("error").asString(answer.text());
        String lower = error.toLowerCase(Locale.ROOT);
        return switch (answer.status()) {
            case 200 ->
                answer.json().has("error")
                        ? new Meaning.Broken(StandardDialect.said(200, error))
                        : standard.judge(answer);
            case 400 ->
                lower.startsWith("invalid mbid") || lower.startsWith("invalid isrc")
                        ? new Meaning.Absent()
                        : standard.judge(answer, error);
            case 403 ->
                new Meaning.AccountProblem(
                        StandardDialect.said(403, error) + " (MUSICBRAINZ_CONTACT must hold a real address)");
            case 503 ->
                lower.contains("allowable rate")
                        ? new Meaning.Limited(standard.pause(answer), true, "too many calls a second")
                        : new Meaning.Broken(StandardDialect.said(503, error));
            default -> standard.judge(answer, error);
        };
    }
}
