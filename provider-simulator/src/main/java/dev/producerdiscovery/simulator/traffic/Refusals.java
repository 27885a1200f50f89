package dev.producerdiscovery.simulator.traffic;

import dev.producerdiscovery.simulator.behaviour.SimulatedProvider;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Writes what each provider's machinery says when a call does not get through to the service behind it. Not all of it
 * is JSON: at Spotify the answer to too many calls and the pages of a failing gateway are not.
 */
final class Refusals {

    private static final String WEB_PAGE =
            "<!DOCTYPE html><html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>";

    private Refusals() {}

    static void webPage(HttpServletResponse response) throws IOException {
        write(response, 200, "text/html", WEB_PAGE.formatted("Please sign in to the network"));
    }

    static void failure(SimulatedProvider provider, int status, HttpServletResponse response) throws IOException {
        if (status == 502 || status == 504) {
            write(response, status, "text/html", WEB_PAGE.formatted("Bad gateway"));
            return;
        }
        String body = switch (provider) {
            case SPOTIFY -> "{\"error\":{\"status\":%d,\"message\":\"Server error.\"}}".formatted(status);
            case MUSICBRAINZ -> "{\"error\":\"The MusicBrainz web server is currently busy. Please try again later.\"}";
            case GENIUS -> "{\"meta\":{\"status\":%d,\"message\":\"Internal server error\"}}".formatted(status);
            case SPOTIFY_ACCOUNTS, DISCOGS, INSTAGRAM -> "{\"message\":\"Internal server error\"}";
        };
        write(response, status, "application/json", body);
    }

    static void throttled(SimulatedProvider provider, Duration wait, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", String.valueOf(seconds(wait)));
        switch (provider) {
            case SPOTIFY, SPOTIFY_ACCOUNTS -> write(response, 429, "text/plain", "Too many requests");
            case MUSICBRAINZ ->
                write(
                        response,
                        503,
                        "application/json",
                        "{\"error\":\"Your requests are exceeding the allowable rate limit. Please see"
                                + " http://wiki.musicbrainz.org/XMLWebService for more information.\"}");
            case GENIUS ->
                write(
                        response,
                        429,
                        "application/json",
                        "{\"meta\":{\"status\":429,\"message\":\"Too many requests\"}}");
            case DISCOGS, INSTAGRAM ->
                write(response, 429, "application/json", "{\"message\":\"You are making requests too quickly.\"}");
        }
    }

    static void quotaSpent(Duration wait, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", String.valueOf(seconds(wait)));
        write(
                response,
                429,
                "application/json",
                "{\"error\":{\"status\":429,\"message\":\"API quota exceeded\",\"reason\":\"QUOTA_EXCEEDED\"}}");
    }

    /** Rounded up: who waits that long is never too early. */
    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static void write(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(body);
    }
}
