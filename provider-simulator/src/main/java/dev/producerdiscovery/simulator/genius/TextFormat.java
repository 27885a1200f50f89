package dev.producerdiscovery.simulator.genius;

import dev.producerdiscovery.simulator.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which forms a text is wanted; as a tree unless said otherwise. */
final class TextFormat {

    private TextFormat() {}

    static Map<String, @Nullable Object> of(String text, List<String> formats) {
        Map<String, @Nullable Object> forms = Json.object();
        for (String format : formats) {
            switch (format) {
                case "plain" -> forms.put("plain", text);
                case "html" ->
                    forms.put("html", "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>");
                case "dom" ->
                    forms.put(
                            "dom",
                            Json.object(
                                    "tag",
                                    "root",
                                    "children",
                                    List.of(Json.object("tag", "p", "children", List.of(text)))));
                default -> {
                    // Genius leaves out what it does not know.
                }
            }
        }
        return forms;
    }
}
