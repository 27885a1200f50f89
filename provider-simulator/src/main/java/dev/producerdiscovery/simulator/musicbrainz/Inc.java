package dev.producerdiscovery.simulator.musicbrainz;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What else an answer shall hold.
 *
 * @param names as the caller gave them
 */
record Inc(Set<String> names) {

    private static final Pattern PLUS_OR_SPACE = Pattern.compile("[ +]+");

    private static final Set<String> RELATIONS = Set.of(
            "artist-rels",
            "url-rels",
            "work-rels",
            "release-rels",
            "recording-rels",
            "label-rels",
            "release-group-rels");

    /** What can be looked up. */
    enum Resource {
        RELEASE,
        RELEASE_GROUP,
        RECORDING,
        ISRC,
        ARTIST,
        URL
    }

    /** @throws MusicBrainzRefusal 400 where the resource does not know one of them */
    static Inc parse(String text, Resource resource) {
        Set<String> names = Arrays.stream(PLUS_OR_SPACE.split(text))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        Set<String> allowed = allowed(resource);
        names.stream()
                .filter(name -> !RELATIONS.contains(name) && !allowed.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw MusicBrainzRefusal.badRequest(name + " is not a valid inc parameter for the "
                            + resource.name().toLowerCase(Locale.ROOT).replace('_', '-') + " resource.");
                });
        return new Inc(names);
    }

    Inc without(String name) {
        return new Inc(names.stream().filter(other -> !other.equals(name)).collect(Collectors.toSet()));
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The ISRC look-up allows less than a recording's: no relations of works. */
    private static Set<String> allowed(Resource resource) {
        return switch (resource) {
            case RELEASE ->
                Set.of(
                        "artists",
                        "artist-credits",
                        "labels",
                        "recordings",
                        "release-groups",
                        "media",
                        "isrcs",
                        "discids",
                        "aliases",
                        "recording-level-rels",
                        "work-level-rels",
                        "genres",
                        "tags");
            case RELEASE_GROUP -> Set.of("artists", "artist-credits", "releases", "aliases", "genres", "tags");
            case RECORDING ->
                Set.of(
                        "artists",
                        "artist-credits",
                        "releases",
                        "isrcs",
                        "aliases",
                        "work-level-rels",
                        "genres",
                        "tags");
            case ISRC -> Set.of("artists", "artist-credits", "releases", "isrcs", "aliases");
            case ARTIST -> Set.of("aliases", "genres", "tags", "recordings", "releases", "release-groups", "works");
            case URL -> Set.of();
        };
    }
}
