package dev.producerdiscovery.simulator.discogs;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Credit;
import dev.producerdiscovery.simulator.catalogue.Placement;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.catalogue.Role;
import dev.producerdiscovery.simulator.catalogue.Source;
import dev.producerdiscovery.simulator.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Releases and artists.
 *
 * @param api the address of the API, for links
 */
record DiscogsRenderer(String api) {

    Map<String, @Nullable Object> hit(Release release) {
        return Json.object(
                "id",
                release.discogsId(),
                "type",
                "release",
                "title",
                names(release.acts()) + " - " + release.name(),
                "year",
                release.date().substring(0, 4),
                "format",
                List.of("File", "Album"),
                "label",
                List.of(release.label()),
                "barcode",
                release.upc() == null ? List.of() : List.of(release.upc()),
                "master_id",
                0,
                "resource_url",
                api + "/releases/" + release.discogsId(),
                "thumb",
                "",
                "cover_image",
                "");
    }

    Map<String, @Nullable Object> release(Release release) {
        return Json.object(
                "id", release.discogsId(),
                "title", release.name(),
                "artists",
                        release.acts().stream()
                                .map(act -> artistReference(act.who(), ""))
                                .toList(),
                "artists_sort", names(release.acts()),
                "year", Integer.valueOf(release.date().substring(0, 4)),
                "identifiers",
                        release.upc() == null ? List.of() : List.of(Map.of("type", "Barcode", "value", release.upc())),
                "tracklist", release.tracks().stream().map(this::track).toList(),
                "extraartists", List.of(),
                "uri", "https://www.discogs.com/release/" + release.discogsId());
    }

    Map<String, @Nullable Object> artist(Contributor who) {
        List<String> urls = new ArrayList<>();
        if (who.profile().homepage() != null) {
            urls.add(who.profile().homepage());
        }
        if (who.profile().instagram() != null
                && who.profile().instagramStatedBy().contains(Source.DISCOGS)) {
            urls.add("https://www.instagram.com/" + who.profile().instagram());
        }
        return Json.object(
                "id", who.ids().discogs(),
                "name", who.names().discogs(),
                "realname", who.name(),
                "profile", who.profile().bio(),
                "urls", urls,
                "namevariations", who.names().aliases(),
                "aliases", List.of(),
                "resource_url", api + "/artists/" + who.ids().discogs());
    }

    private Map<String, @Nullable Object> track(Placement track) {
        int seconds = track.lengthMs() / 1000;
        return Json.object(
                "position", String.valueOf(track.number()),
                "type_", "track",
                "title", track.title(),
                "duration", "%d:%02d".formatted(seconds / 60, seconds % 60),
                "extraartists", people(track.recording().credits()));
    }

    /** One row a person, all roles in one string. */
    private List<Map<String, @Nullable Object>> people(List<Credit> credits) {
        Map<Contributor, List<String>> roles = new LinkedHashMap<>();
        credits.stream()
                .filter(credit -> credit.statedBy(Source.DISCOGS))
                .forEach(credit -> roles.computeIfAbsent(credit.who(), ignored -> new ArrayList<>())
                        .add(label(credit.role())));
        return roles.entrySet().stream()
                .map(person -> artistReference(person.getKey(), String.join(", ", person.getValue())))
                .toList();
    }

    private Map<String, @Nullable Object> artistReference(Contributor who, String role) {
        return Json.object(
                "id",
                who.ids().discogs(),
                "name",
                who.names().discogs(),
                "anv",
                "",
                "join",
                "",
                "role",
                role,
                "tracks",
                "",
                "resource_url",
                api + "/artists/" + who.ids().discogs());
    }

    private static String label(Role role) {
        return switch (role) {
            case PRODUCER -> "Producer [Produced By]";
            case CO_PRODUCER -> "Co-producer";
            case ADDITIONAL -> "Producer [Additional]";
            case EXECUTIVE -> "Executive-Producer";
            case VOCAL_PRODUCER -> "Producer [Vocals]";
            case REMIXER -> "Remix";
            case PROGRAMMER -> "Programmed By";
            case MIXER -> "Mixed By";
            case ENGINEER -> "Engineer, Recorded By";
            case WRITER -> "Written-By";
            case COMPOSER -> "Composed By";
            case LYRICIST -> "Lyrics By";
        };
    }

    private static String names(List<Act> acts) {
        return acts.stream().map(act -> act.who().names().discogs()).collect(Collectors.joining(" & "));
    }
}
