package dev.producerdiscovery.simulator.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spoils a good answer: it breaks off, or one row is null, or one field is left out.
 *
 * @param kind which of these, 0 to 1
 * @param place of the row or field, 0 to 1 from the beginning of the answer
 */
record Damage(double kind, double place) {

    private static final double BREAKS_OFF = 0.4;

    /** Only what the providers always give: no caller can tell by one answer whether anything else is missing. */
    private static final Set<String> ALWAYS_GIVEN = Set.of(
            "name",
            "title",
            "artists",
            "artist",
            "album",
            "tracks",
            "items",
            "next",
            "duration_ms",
            "release_date",
            "relations",
            "attributes",
            "media",
            "hits",
            "producer_artists",
            "writer_artists",
            "access_token");

    byte[] in(byte[] body) {
        if (kind >= BREAKS_OFF) {
            try {
                JsonNode answer = JsonMapper.shared().readTree(body);
                List<Runnable> holes = new ArrayList<>();
                collect(answer, holes);
                if (!holes.isEmpty()) {
                    holes.get((int) (place * holes.size())).run();
                    return JsonMapper.shared().writeValueAsBytes(answer);
                }
            } catch (JacksonException e) {
                // What is no JSON can still break off.
            }
        }
        return Arrays.copyOf(body, body.length / 2);
    }

    private static void collect(JsonNode node, List<Runnable> holes) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (ALWAYS_GIVEN.contains(field.getKey())) {
                    holes.add(() -> object.remove(field.getKey()));
                }
                collect(field.getValue(), holes);
            });
        } else if (node instanceof ArrayNode rows) {
            for (int i = 0; i < rows.size(); i++) {
                int row = i;
                holes.add(() -> rows.setNull(row));
                collect(rows.get(i), holes);
            }
        }
    }
}
