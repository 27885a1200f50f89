package dev.producerdiscovery.web.problem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.util.HtmlUtils;

/** A problem for a person's eyes. Needs no template engine, because it must work when that is what failed. */
final class ProblemPage {

    private ProblemPage() {}

    /** @param base where the service lies below a proxy, empty without one */
    static String of(ProblemDetail problem, String base) {
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <link rel="stylesheet" href="%3$s/assets/style.css">
            </head>
            <body>
            <main class="narrow">
            <h1>%1$s</h1>
            <p>%2$s</p>
            <p><a href="%3$s/">Start page</a></p>
            </main>
            </body>
            </html>
            """.formatted(escaped(problem.getTitle()), escaped(problem.getDetail()), escaped(base));
    }

    private static String escaped(@Nullable String text) {
        return HtmlUtils.htmlEscape(Objects.requireNonNullElse(text, ""));
    }
}
