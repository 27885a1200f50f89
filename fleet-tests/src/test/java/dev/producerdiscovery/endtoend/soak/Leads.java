package dev.producerdiscovery.endtoend.soak;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where an answer leads: the links of a page, the endpoints of the actuator, the operations of a description of the API.
 * What is added to a service is therefore walked to by itself.
 */
final class Leads {

    private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get)=\"(/[^\"#]*)");

    private final RealIds ids;

    Leads(RealIds ids) {
        this.ids = ids;
    }

    /** Paths on the same service, with their queries. */
    Set<String> of(Browser.Answer answer) {
        Set<String> leads = new TreeSet<>();
        if (answer.contentType().startsWith("text/html")) {
            Matcher links = LINK.matcher(answer.body());
            while (links.find()) {
                leads.add(links.group(1).replace("&amp;", "&"));
            }
        } else if (answer.contentType().contains("actuator")) {
            JsonNode links = JsonMapper.shared().readTree(answer.body()).path("_links");
            for (JsonNode link : links) {
                if (!link.path("templated").asBoolean()) {
                    leads.add(URI.create(link.path("href").asString()).getPath());
                }
            }
        } else if (answer.body().startsWith("{\"openapi\":")) {
            leads.addAll(operations(JsonMapper.shared().readTree(answer.body())));
        }
        return leads;
    }

    private List<String> operations(JsonNode description) {
        List<String> operations = new ArrayList<>();
        description.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (!get.isMissingNode()) {
                address(path.getKey(), get).ifPresent(operations::add);
            }
        });
        return operations;
    }

    /** With the query that is required. */
    private Optional<String> address(String template, JsonNode operation) {
        List<String> required = StreamSupport.stream(
                        operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asString().equals("query")
                        && parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asString() + "=a")
                .toList();
        return ids.fill(template).map(path -> required.isEmpty() ? path : path + "?" + String.join("&", required));
    }
}
