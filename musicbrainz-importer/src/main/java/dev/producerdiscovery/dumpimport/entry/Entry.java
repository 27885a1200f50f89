package dev.producerdiscovery.dumpimport.entry;

import java.util.List;

/**
 * What is kept of a line.
 *
 * @param content JSON in MusicBrainz' own form, cut down
 */
public record Entry(String id, String content, List<Key> keys) {

    public Entry {
        keys = List.copyOf(keys);
    }

    /** As the database takes it. Of all this, only a key may be a name, which may need quoting. */
    public String json() {
        StringBuilder json = new StringBuilder(content.length() + 100);
        json.append("{\"id\":\"")
                .append(id)
                .append("\",\"content\":")
                .append(content)
                .append(",\"keys\":[");
        String separator = "";
        for (Key key : keys) {
            json.append(separator)
                    .append("{\"kind\":\"")
                    .append(key.kind())
                    .append("\",\"value\":")
                    .append(key.json())
                    .append(",\"target\":\"")
                    .append(key.target())
                    .append("\"}");
            separator = ",";
        }
        return json.append("]}").toString();
    }
}
