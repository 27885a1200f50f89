package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The error shape, and what those get who ask for no JSON. */
@RestControllerAdvice(basePackageClasses = MusicBrainzErrors.class)
class MusicBrainzErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, @Nullable Object>> refused(MusicBrainzRefusal refusal) {
        return ResponseEntity.status(refusal.status())
                .body(Json.object(
                        "error",
                        refusal.text(),
                        "help",
                        "For usage, please see: https://musicbrainz.org/development/mmd"));
    }

    @ExceptionHandler
    ResponseEntity<String> notJson(XmlAsked asked) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<metadata xmlns=\"http://musicbrainz.org/ns/mmd-2.0#\"/>");
    }

    /** Neither fmt=json nor an Accept header for JSON: XML is what MusicBrainz then speaks. */
    static final class XmlAsked extends RuntimeException {

        private static final long serialVersionUID = 1;

        XmlAsked() {
            super("XML asked for", null, false, false);
        }
    }
}
