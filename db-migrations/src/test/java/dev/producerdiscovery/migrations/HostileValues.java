package dev.producerdiscovery.migrations;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values of a type that nobody would send who means well. All are of the type, and written as PostgreSQL reads them. */
final class HostileValues {

    private static final JsonMapper JSON = new JsonMapper();

    /** No two parts are alike, or an index would compress it until it fits. */
    private static final String ENDLESS = IntStream.iterate(1, seed -> seed * 1_103_515_245 + 12_345)
            .limit(1_250)
            .mapToObj("%08x"::formatted)
            .collect(joining());

    private static final List<String> TEXTS = List.of(
            "",
            " \t\r\n",
            "'; drop table canary; --",
            "\"; drop table canary; --",
            "track_discovery'; delete from canary where ''='",
            "pgmq.q_track_discovery",
            "$$ || %s %I %L",
            "\\",
            "%",
            "Ночь 夜 \uD83C\uDFB9 e\u0301 \u202E",
            "\u0001\u0007\u001B[2J\u007F",
            "\\u0000",
            "null",
            "-1",
            "99999999999999999999",
            "NaN",
            "5f0c2f4e-0000-4000-8000-00000000dead",
            ENDLESS,
            "夜".repeat(1 << 19));

    private static final List<String> NUMBERS = List.of("-2147483648", "-1", "0", "2147483647");

    private static final List<String> DOCUMENTS = List.of(
            "null",
            "true",
            "7",
            "1e131071",
            "\"text\"",
            "\"\\\\u0000\"",
            "[]",
            "[null]",
            "[7]",
            "[[]]",
            "[{}]",
            "{}",
            "{\"'; drop table canary; --\": \"\\\"; drop table canary; --\"}",
            "{\"text\": \"" + "夜".repeat(1 << 19) + "\"}",
            "[".repeat(1_000) + "]".repeat(1_000));

    /** What one field of an otherwise good document is replaced by. */
    private static final List<String> FIELDS = List.of(
            "null",
            "true",
            "7",
            "-1",
            "1.5",
            "1e300",
            "\"\"",
            "\"x\"",
            "\"-1\"",
            "\"2001-02-30\"",
            "\"'; drop table canary; --\"",
            "\"" + ENDLESS + "\"",
            "[]",
            "[7]",
            "[null]",
            "{}");

    private HostileValues() {}

    /** More of something than anybody needs: what a function must refuse, or it could be kept busy with it. */
    static List<String> endless(String type) {
        return switch (type) {
            case "text" -> List.of("endless".repeat(130_000));
            case "text[]" ->
                List.of("{" + "producer,".repeat(200_000) + "writer}", "{" + "endless".repeat(130_000) + "}");
            case "bigint[]", "integer[]" -> List.of("{" + "7,".repeat(200_000) + "8}");
            case "uuid[]" ->
                List.of("{" + "5f0c2f4e-0000-4000-8000-00000000dead,".repeat(200_000)
                        + "5f0c2f4e-0000-4000-8000-00000000dead}");
            case "interval" -> List.of("10000 years");
            case "timestamp with time zone" -> List.of("infinity", "294276-12-31");
            default -> List.of();
        };
    }

    /** @param sensible a good value of the type, of which hostile documents are made */
    static List<String> of(String type, String sensible) {
        return switch (type) {
            case "text" -> TEXTS;
            case "integer" -> NUMBERS;
            case "bigint" -> List.of("-9223372036854775808", "-1", "0", "9223372036854775807");
            case "double precision" -> List.of("-1", "0", "1e308", "NaN", "Infinity");
            case "uuid" ->
                List.of(
                        "00000000-0000-0000-0000-000000000000",
                        "ffffffff-ffff-ffff-ffff-ffffffffffff",
                        "5f0c2f4e-0000-4000-8000-00000000dead");
            case "boolean" -> List.of("true", "false");
            case "interval" -> List.of("-1 microsecond", "0", "-178000000 years", "178000000 years", "10000 years");
            case "timestamp with time zone" -> List.of("infinity", "-infinity", "4713-01-01 BC", "294276-12-31");
            case "date" -> List.of("infinity", "-infinity", "4713-01-01 BC", "5874897-12-31");
            case "text[]" -> List.of("{}", "{NULL}", "{\"'; drop table canary; --\"}", "{{a,b},{c,d}}");
            case "bigint[]" -> List.of("{}", "{NULL}", "{-1,0,9223372036854775807}", "{{1,2},{3,4}}", "{1,1,1}");
            case "integer[]" -> List.of("{}", "{NULL}", "{-1,0,2147483647}", "{{1,2},{3,4}}", "{1,1,1}");
            case "uuid[]" -> List.of("{}", "{NULL}", "{5f0c2f4e-0000-4000-8000-00000000dead}");
            case "jsonb" ->
                Stream.concat(DOCUMENTS.stream(), spoilt(JSON.readTree(sensible)).stream())
                        .toList();
            case "jsonb[]" ->
                Stream.concat(
                                Stream.of("[]", "[null]", "[7]", "[[]]", "[{}]", "[\"text\"]"),
                                spoilt(JSON.readTree(sensible)).stream())
                        .toList();
            default -> throw new AssertionError("no hostile values are known for type " + type);
        };
    }

    /** The document with one field at a time replaced by something else, or missing. */
    private static List<String> spoilt(JsonNode document) {
        List<String> spoilt = new ArrayList<>();
        spoil(document, document, spoilt);
        return spoilt;
    }

    private static void spoil(JsonNode document, JsonNode node, Collection<String> spoilt) {
        if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                JsonNode good = object.get(field);
                for (String bad : FIELDS) {
                    object.set(field, JSON.readTree(bad));
                    spoilt.add(document.toString());
                }
                object.remove(field);
                spoilt.add(document.toString());
                object.set(field, good);
                spoil(document, good, spoilt);
            }
        } else if (node instanceof ArrayNode array) {
            for (JsonNode element : array) {
                spoil(document, element, spoilt);
            }
        }
    }
}
