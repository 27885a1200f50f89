package dev.producerdiscovery.simulator.spotify;

import org.springframework.http.HttpStatus;

/** A call that Spotify does not answer with what was asked for. */
final class SpotifyRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final boolean forGood;

    private SpotifyRefusal(HttpStatus status, String message, boolean forGood) {
        super(message, null, false, false);
        this.status = status;
        this.forGood = forGood;
    }

    static SpotifyRefusal badRequest(String message) {
        return new SpotifyRefusal(HttpStatus.BAD_REQUEST, message, false);
    }

    static SpotifyRefusal unauthorised(String message) {
        return new SpotifyRefusal(HttpStatus.UNAUTHORIZED, message, false);
    }

    static SpotifyRefusal unknown() {
        return new SpotifyRefusal(HttpStatus.NOT_FOUND, "Resource not found", false);
    }

    /** Not available to this application, however often it asks. */
    static SpotifyRefusal forGood(HttpStatus status, String message) {
        return new SpotifyRefusal(status, message, true);
    }

    HttpStatus status() {
        return status;
    }

    boolean isForGood() {
        return forGood;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
