package dev.producerdiscovery.provider.wikidata;

import dev.producerdiscovery.provider.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query's result.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL results in JSON</a>
 */
final class WikidataReader {

    private static final String ENTITY = "http://www.wikidata.org/entity/";

    private WikidataReader() {}

    static List<Map.Entry<String, WikidataPerson>> rows(Json json) {
        return json.at("results").requiredRows("bindings", WikidataReader::row);
    }

    /** The id that was asked for, and the person it belongs to. */
    static Optional<Map.Entry<String, WikidataPerson>> row(Json row) {
        String key = value(row, "key");
        String person = value(row, "person");
        return key == null || person == null
                ? Optional.empty()
                : Optional.of(Map.entry(
                        key,
                        new WikidataPerson(
                                person.replace(ENTITY, ""),
                                value(row, "instagram"),
                                value(row, "x"),
                                value(row, "website"),
                                email(value(row, "email")),
                                row.at("image").address("value"),
                                value(row, "spotify"),
                                value(row, "musicbrainz"),
                                value(row, "discogs"))));
    }

    private static @Nullable String value(Json row, String variable) {
        return row.at(variable).text("value");
    }

    private static @Nullable String email(@Nullable String address) {
        return address == null ? null : address.replaceFirst("^mailto:", "");
    }
}
