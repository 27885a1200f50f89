package dev.producerdiscovery.fleet.run;

/** Queue names as people say them. */
final class StageNames {

    private StageNames() {}

    static String shortName(String queue) {
        return switch (queue) {
            case "artist_discovery" -> "artist";
            case "album_discovery" -> "albums";
            case "track_discovery" -> "tracks";
            case "producer_identification" -> "credits";
            case "social_enrichment" -> "profiles";
            default -> queue;
        };
    }
}
