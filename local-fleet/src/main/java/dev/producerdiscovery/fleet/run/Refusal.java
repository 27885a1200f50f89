package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.process.FleetException;
import java.net.URI;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a person what an answer that is no success means (problem details, RFC 9457), and what to do. */
final class Refusal {

    private static final String RUN = "/discover/";

    private Refusal() {}

    static FleetException of(HttpResponse<String> response) {
        int status = response.statusCode();
        String what = detail(response.body());
        return switch (status) {
            case 401 ->
                new FleetException(
                        "The fleet asks for a token. Set PRODUCER_DISCOVERY_OPERATOR_TOKEN to the one that it"
                                + " was started with, or run ./fleet up: then it has what is set here.");
            case 403 ->
                new FleetException(sentence("The fleet does not allow this.", what)
                        + " It was asked with the token of this shell's PRODUCER_DISCOVERY_… variables.");
            case 404 -> new FleetException(noSuch(response.uri(), what));
            case 429 ->
                new UnreachableException(sentence("The fleet is asked too much at the moment.", what) + when(response));
            default ->
                status >= 500
                        ? new UnreachableException(
                                sentence(response.uri().getAuthority() + " answers " + status, what) + when(response))
                        : new FleetException(what.isEmpty() ? response.uri() + " answered " + status : what);
        };
    }

    private static String noSuch(URI asked, String detail) {
        String run = asked.getPath().startsWith(RUN) ? asked.getPath().substring(RUN.length()) : "";
        if (!run.isEmpty()) {
            return "There is no run " + run + " in this fleet's data. ./fleet runs lists the latest.";
        }
        return detail.isEmpty() ? asked + " answered 404." : detail;
    }

    private static String sentence(String start, String detail) {
        return detail.isEmpty() ? start + "." : start.replaceFirst("\\.$", "") + ": " + detail;
    }

    private static String when(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(seconds -> " Try again in " + seconds + " s.")
                .orElse(" Try again in a moment; ./fleet status shows what is up.");
    }

    /** Ends as a sentence does; empty when the body says nothing that a person could read. */
    private static String detail(String body) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(body);
            String detail = problem.path("detail").asString("").strip();
            return detail.isEmpty() || detail.matches("(?s).*[.!?]$") ? detail : detail + ".";
        } catch (JacksonException e) {
            return "";
        }
    }
}
