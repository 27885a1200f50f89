package dev.producerdiscovery.simulator.musicbrainz;

import org.springframework.http.HttpStatus;

/** A call that MusicBrainz does not answer with what was asked for. */
final class MusicBrainzRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    MusicBrainzRefusal(HttpStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static MusicBrainzRefusal badRequest(String message) {
        return new MusicBrainzRefusal(HttpStatus.BAD_REQUEST, message);
    }

    static MusicBrainzRefusal unknown() {
        return new MusicBrainzRefusal(HttpStatus.NOT_FOUND, "Not Found");
    }

    HttpStatus status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
