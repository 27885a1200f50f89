package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Composition;
import dev.producerdiscovery.simulator.catalogue.Placement;
import dev.producerdiscovery.simulator.catalogue.Recording;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.catalogue.Version;
import dev.producerdiscovery.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Releases and recordings.
 *
 * @param inc what the caller asked for besides the bare entity
 * @param links where a recording is on Spotify
 */
record MusicBrainzRenderer(Inc inc, Function<Recording, List<String>> links) {

    /** @param group asked for when it is wanted */
    Map<String, @Nullable Object> release(Edition edition, Supplier<ReleaseGroup> group) {
        Release release = edition.release();
        Map<String, @Nullable Object> body = bareRelease(edition);
        if (inc.has("artist-credits") || inc.has("artists")) {
            body.put("artist-credit", artistCredit(release.acts()));
        }
        if (inc.has("release-groups")) {
            body.put("release-group", GroupRenderer.group(group.get(), inc));
        }
        if (inc.has("labels")) {
            body.put(
                    "label-info",
                    List.of(Json.object("catalog-number", null, "label", Map.of("name", release.label()))));
        }
        if (inc.has("recordings") || inc.has("media")) {
            body.put("media", List.of(medium(release)));
        }
        if (relations()) {
            List<Map<String, @Nullable Object>> relations = new ArrayList<>();
            if (inc.has("artist-rels")) {
                RelationRenderer.credits(release.credits(), role -> true, true).forEach(relations::add);
            }
            if (inc.has("url-rels") && edition.linked()) {
                relations.add(
                        RelationRenderer.url(LinkType.RELEASE_FREE_STREAMING, Links.album(release.spotifyId()), false));
            }
            body.put("relations", relations);
        }
        return body;
    }

    static Map<String, @Nullable Object> bareRelease(Edition edition) {
        Map<String, @Nullable Object> body = Json.object(
                "id", edition.id(),
                "title", edition.release().name(),
                "status", edition.status().title(),
                "status-id", edition.status().id(),
                "disambiguation", edition.disambiguation(),
                "barcode", edition.barcode(),
                "quality", "normal",
                "packaging", null,
                "cover-art-archive", cover(edition));
        if (edition.date() != null) {
            body.put("date", edition.date());
            body.put("country", edition.country());
            body.put("release-events", List.of(Json.object("date", edition.date(), "area", null)));
        }
        return body;
    }

    private static Map<String, @Nullable Object> cover(Edition edition) {
        boolean front = edition.linked();
        return Json.object("artwork", front, "front", front, "back", false, "darkened", false, "count", front ? 1 : 0);
    }

    /** A recording by itself, with its own relations. */
    Map<String, @Nullable Object> recording(Recording recording, List<Release> releases) {
        Map<String, @Nullable Object> body = recording(recording, relations());
        if (inc.has("releases")) {
            body.put(
                    "releases",
                    releases.stream()
                            .map(Edition::first)
                            .map(MusicBrainzRenderer::bareRelease)
                            .toList());
        }
        return body;
    }

    private Map<String, @Nullable Object> medium(Release release) {
        List<Map<String, @Nullable Object>> tracks = new ArrayList<>();
        if (inc.has("recordings")) {
            release.tracks().forEach(track -> tracks.add(track(track)));
        }
        return Json.object(
                "position",
                1,
                "title",
                "",
                "format",
                "Digital Media",
                "track-count",
                release.tracks().size(),
                "track-offset",
                0,
                "tracks",
                tracks);
    }

    private Map<String, @Nullable Object> track(Placement track) {
        Map<String, @Nullable Object> body = Json.object(
                "id", MbIds.of("track", track.spotifyId()),
                "position", track.number(),
                "number", String.valueOf(track.number()),
                "title", title(track.recording()),
                "length", track.lengthMs());
        if (inc.has("artist-credits")) {
            body.put("artist-credit", artistCredit(performers(track.recording().song())));
        }
        body.put("recording", recording(track.recording(), inc.has("recording-level-rels")));
        return body;
    }

    private Map<String, @Nullable Object> recording(Recording recording, boolean relations) {
        Map<String, @Nullable Object> body = Json.object(
                "id",
                recording.mbid(),
                "title",
                title(recording),
                "length",
                recording.lengthMs(),
                "disambiguation",
                recording.version().kind() == Version.Kind.LIVE
                        ? recording.version().label()
                        : "",
                "video",
                false,
                "first-release-date",
                "");
        if (inc.has("artist-credits") || inc.has("artists")) {
            body.put("artist-credit", artistCredit(performers(recording.song())));
        }
        if (inc.has("isrcs")) {
            body.put("isrcs", recording.isrcsAtMusicBrainz() ? recording.isrcs() : List.of());
        }
        if (relations) {
            body.put("relations", relations(recording));
        }
        return body;
    }

    private List<Map<String, @Nullable Object>> relations(Recording recording) {
        List<Map<String, @Nullable Object>> relations = new ArrayList<>();
        if (inc.has("artist-rels")) {
            RelationRenderer.credits(recording.credits(), role -> !role.writes(), false)
                    .forEach(relations::add);
        }
        if (inc.has("work-rels")) {
            relations.add(performance(recording));
        }
        if (inc.has("url-rels")) {
            links.apply(recording)
                    .forEach(link ->
                            relations.add(RelationRenderer.url(LinkType.RECORDING_FREE_STREAMING, link, false)));
        }
        return relations;
    }

    private Map<String, @Nullable Object> performance(Recording recording) {
        List<String> attributes = switch (recording.version().kind()) {
            case LIVE -> List.of("live");
            case COVER -> List.of("cover");
            default -> List.of();
        };
        Map<String, @Nullable Object> relation =
                RelationRenderer.relation(LinkType.PERFORMANCE, "work", "forward", attributes);
        Map<String, @Nullable Object> work = Json.object(
                "id",
                recording.song().workMbid(),
                "title",
                recording.song().title(),
                "type",
                "Song",
                "language",
                null,
                "iswcs",
                List.of(),
                "disambiguation",
                "");
        if (inc.has("work-level-rels")) {
            work.put("relations", inc.has("artist-rels") ? RelationRenderer.writers(recording) : List.of());
        }
        relation.put("work", work);
        return relation;
    }

    private boolean relations() {
        return inc.names().stream().anyMatch(name -> name.endsWith("-rels") && !name.contains("-level-"));
    }

    /** MusicBrainz keeps features out of titles, and versions in. */
    private static String title(Recording recording) {
        String label = recording.version().kind() == Version.Kind.LIVE
                ? "live"
                : recording.version().label().toLowerCase(Locale.ROOT);
        return recording.song().title() + (label.isEmpty() ? "" : " (" + label + ")");
    }

    private static List<Act> performers(Composition song) {
        List<Act> performers = new ArrayList<>(song.acts());
        performers.addAll(song.featured());
        return performers;
    }

    static List<Map<String, @Nullable Object>> artistCredit(List<Act> acts) {
        List<Map<String, @Nullable Object>> credit = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            String join = i == acts.size() - 1 ? "" : i == 0 ? " feat. " : " & ";
            Act act = acts.get(i);
            credit.add(
                    Json.object("name", act.name(), "joinphrase", join, "artist", RelationRenderer.artist(act.who())));
        }
        return credit;
    }
}
