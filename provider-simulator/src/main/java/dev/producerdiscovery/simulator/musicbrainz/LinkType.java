package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Role;
import java.util.List;

/**
 * Kinds of relations with their true ids, which clients go by.
 *
 * @see <a href="https://musicbrainz.org/relationships">MusicBrainz' relationship types</a>
 */
enum LinkType {
    PRODUCER("producer", "5c0ceac3-feb4-41f0-868d-dc06f6e27fc0"),
    RELEASE_PRODUCER("producer", "8bf377ba-8d71-4ecc-97f2-7bb2d8a2a75f"),
    REMIXER("remixer", "7950be4d-13a3-48e7-906b-5af562e39544"),
    PROGRAMMING("programming", "36c50022-44e0-488d-994b-33f11d20301e"),
    MIX("mix", "3e3102e1-1896-4f50-b5b2-dd9824e46efe"),
    ENGINEER("engineer", "5dcc52af-7064-4051-8d62-7d80f4c3c907"),
    WRITER("writer", "a255bca1-b157-4518-9108-7b147dc3fc68"),
    COMPOSER("composer", "d59d99ea-23d4-4a80-b066-edca32ee158f"),
    LYRICIST("lyricist", "3e48faba-ec01-47fd-8e89-30e81161661c"),
    PERFORMANCE("performance", "a3005666-a872-32c3-ad06-98af558e99b0"),
    MEMBER_OF_BAND("member of band", "5be4c609-9afa-4ea0-910b-12ffb71e3821"),
    ARTIST_FREE_STREAMING("free streaming", "769085a1-c2f7-4c24-a532-2375a77693bd"),
    RELEASE_FREE_STREAMING("free streaming", "08445ccf-7b99-4438-9f9a-fb9ac18099ee"),
    RECORDING_FREE_STREAMING("free streaming", "7e41ef12-a124-4324-afdb-fdbae687a89c"),
    SOCIAL_NETWORK("social network", "99429741-f3f6-484b-84f8-23af51991770"),
    OFFICIAL_HOMEPAGE("official homepage", "fe33d22f-c3b0-4d68-bd53-a856badf2b15"),
    LYRICS("lyrics", "e4d73442-3762-45a8-905c-401da65544ed"),
    DISCOGS("discogs", "04a5b104-a4c2-4bac-99a1-7b837c37d9e4");

    private final String type;
    private final String id;

    LinkType(String type, String id) {
        this.type = type;
        this.id = id;
    }

    String type() {
        return type;
    }

    String id() {
        return id;
    }

    static LinkType of(Role role) {
        return switch (role) {
            case PRODUCER, CO_PRODUCER, ADDITIONAL, EXECUTIVE, VOCAL_PRODUCER -> PRODUCER;
            case REMIXER -> REMIXER;
            case PROGRAMMER -> PROGRAMMING;
            case MIXER -> MIX;
            case ENGINEER -> ENGINEER;
            case WRITER -> WRITER;
            case COMPOSER -> COMPOSER;
            case LYRICIST -> LYRICIST;
        };
    }

    /** MusicBrainz tells a co-producer from a producer by attributes of the relation. */
    static List<String> attributes(Role role) {
        return switch (role) {
            case CO_PRODUCER -> List.of("co");
            case ADDITIONAL -> List.of("additional");
            case EXECUTIVE -> List.of("executive");
            case VOCAL_PRODUCER -> List.of("task");
            default -> List.of();
        };
    }

    static String attributeId(String attribute) {
        return switch (attribute) {
            case "co" -> "ac6f6b4c-a4ec-4483-a04e-9f425a914573";
            case "additional" -> "0a5341f8-3b1d-4f99-a0c6-26b7f4e42c7f";
            case "executive" -> "e0039285-6667-4f94-80d6-aa6520c6d359";
            case "task" -> "39867b3b-0f1e-40d5-b602-4f3936b7f486";
            case "live" -> "70007db6-a8bc-46d7-a770-80e6a0bb551a";
            case "cover" -> "1e8536bd-6eda-3822-8e78-1c0f4d3d2113";
            default -> throw new IllegalArgumentException("attribute '" + attribute + "' has no id");
        };
    }
}
