package dev.producerdiscovery.provider.discogs;

import dev.producerdiscovery.provider.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Discogs' JSON as our records. */
final class DiscogsReader {

    private DiscogsReader() {}

    static Optional<DiscogsHit> hit(Json json) {
        return json.number("id") == null
                ? Optional.empty()
                : Optional.of(new DiscogsHit(
                        json.requiredNumber("id"), json.expected("title"), year(json), json.texts("barcode")));
    }

    static DiscogsRelease release(Json json) {
        json.expectKey("extraartists").expectKey("artists").expectKey("year");
        List<DiscogsTrack> tracks = new ArrayList<>();
        json.expectedRows("tracklist", Optional::of).forEach(row -> addTracks(row, tracks));
        return new DiscogsRelease(
                json.requiredNumber("id"),
                json.expected("title"),
                year(json),
                json.text("uri"),
                json.rows("identifiers", Optional::of).stream()
                        .filter(identifier -> "Barcode".equals(identifier.text("type")))
                        .flatMap(identifier -> Optional.ofNullable(identifier.text("value")).stream())
                        .toList(),
                credits(json, "artists"),
                credits(json, "extraartists"),
                List.copyOf(tracks));
    }

    static DiscogsArtist artist(Json json) {
        return new DiscogsArtist(
                json.requiredNumber("id"),
                json.expected("name"),
                json.text("realname"),
                json.text("profile"),
                json.rows("images", Optional::of).stream()
                        .flatMap(image -> Optional.ofNullable(image.address("uri")).stream())
                        .findFirst()
                        .orElse(null),
                json.texts("urls"),
                json.texts("namevariations"),
                json.rows("aliases", alias -> Optional.ofNullable(alias.text("name"))));
    }

    private static void addTracks(Json row, List<DiscogsTrack> tracks) {
        row.expectKey("type_");
        List<Json> parts = row.rows("sub_tracks", Optional::of);
        if (!parts.isEmpty()) {
            parts.forEach(part -> addTracks(part, tracks));
        } else if (!"heading".equals(row.text("type_"))) {
            row.expectKey("position").expectKey("duration");
            String position = row.text("position");
            tracks.add(new DiscogsTrack(
                    position == null ? "" : position,
                    row.expected("title"),
                    duration(row.text("duration")),
                    credits(row, "artists"),
                    credits(row, "extraartists")));
        }
    }

    private static List<DiscogsCredit> credits(Json json, String field) {
        return json.rows(field, credit -> {
            credit.expectKey("role").expectKey("anv").expectKey("tracks");
            String role = credit.text("role");
            return credit.number("id") == null
                    ? Optional.empty()
                    : Optional.of(new DiscogsCredit(
                            credit.requiredNumber("id"),
                            credit.expected("name"),
                            credit.text("anv"),
                            role == null ? "" : role,
                            credit.text("tracks")));
        });
    }

    /** Zero stands for unknown. */
    private static @Nullable Integer year(Json json) {
        Integer year = json.integer("year");
        return year == null || year <= 0 ? null : year;
    }

    /** {@code 3:21} or {@code 1:02:03}; whatever else is written there is no duration. */
    private static @Nullable Integer duration(@Nullable String text) {
        if (text == null || !text.matches("(?:\\d{1,2}:)?\\d{1,3}:\\d{2}")) {
            return null;
        }
        int seconds = 0;
        for (String part : text.split(":", -1)) {
            seconds = seconds * 60 + Integer.parseInt(part);
        }
        return seconds == 0 ? null : Integer.valueOf(seconds * 1000);
    }
}
