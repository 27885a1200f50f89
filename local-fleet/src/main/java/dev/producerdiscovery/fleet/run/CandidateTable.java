package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.terminal.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Several artists of one name, by what tells them apart: each catalogue knows something else of them. */
final class CandidateTable {

    private static final List<String> ALWAYS = List.of("name", "id");
    private static final List<String> WHERE_KNOWN =
            List.of("disambiguation", "country", "years", "followers", "genres");

    private final JsonNode candidates;

    CandidateTable(JsonNode candidates) {
        this.candidates = candidates;
    }

    void print(PrintStream out, int columns) {
        out.println("Several artists have this name. Run again with the id or link of the one you mean:");
        List<String> fields = new ArrayList<>(ALWAYS);
        WHERE_KNOWN.stream().filter(this::isKnown).forEach(fields::add);
        TextTable table = new TextTable(fields);
        candidates.forEach(candidate ->
                table.add(fields.stream().map(field -> text(candidate, field)).toList()));
        table.print(out, columns);
    }

    private boolean isKnown(String field) {
        return candidates
                .valueStream()
                .anyMatch(candidate -> !text(candidate, field).isEmpty());
    }

    private static String text(JsonNode candidate, String field) {
        JsonNode value = candidate.path(field);
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString("");
    }
}
