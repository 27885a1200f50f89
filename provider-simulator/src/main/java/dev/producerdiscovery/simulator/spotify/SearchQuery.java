package dev.producerdiscovery.simulator.spotify;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a search asks for.
 *
 * @param text all words, whether free or in a filter
 * @param filters values by name, such as isrc and year
 */
record SearchQuery(String text, Map<String, String> filters) {

    private static final Pattern FILTER =
            Pattern.compile("\\b(artist|album|track|year|genre|isrc|upc|tag):", Pattern.CASE_INSENSITIVE);

    static SearchQuery parse(String query) {
        Map<String, String> filters = new HashMap<>();
        Matcher matcher = FILTER.matcher(query);
        StringBuilder words = new StringBuilder();
        String name = "";
        int start = 0;
        boolean more = true;
        while (more) {
            more = matcher.find();
            String value = query.substring(start, more ? matcher.start() : query.length())
                    .replace("\"", " ")
                    .strip();
            switch (name) {
                case "" -> words.append(value);
                case "artist", "album", "track" -> words.append(' ').append(value);
                default -> filters.put(name, value);
            }
            if (more) {
                name = matcher.group(1).toLowerCase(Locale.ROOT);
                start = matcher.end();
            }
        }
        return new SearchQuery(words.toString().strip(), Map.copyOf(filters));
    }
}
