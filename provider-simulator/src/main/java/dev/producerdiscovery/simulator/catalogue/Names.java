package dev.producerdiscovery.simulator.catalogue;

import java.util.List;

/**
 * One person's or group's names.
 *
 * @param name the name MusicBrainz files it under
 * @param sortName the same, as it is sorted
 * @param aliases other names MusicBrainz knows
 * @param genius the name of the page at Genius
 * @param discogs the name at Discogs, with its number where two share a name
 */
public record Names(String name, String sortName, List<String> aliases, String genius, String discogs) {

    static Names plain(String name) {
        return new Names(name, sorted(name), List.of(), name, name);
    }

    static String sorted(String name) {
        if (name.startsWith("The ")) {
            return name.substring(4) + ", The";
        }
        int space = name.lastIndexOf(' ');
        return space < 0 ? name : name.substring(space + 1) + ", " + name.substring(0, space);
    }
}
