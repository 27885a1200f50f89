package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.catalogue.Source;
import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.search.Lazy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From addresses to entities: up to a hundred in one call, those beyond silently dropped. */
@RestController
@RequestMapping("/musicbrainz/ws/2/url")
class MusicBrainzUrlController {

    private static final int MOST = 100;

    private final Lazy<Map<String, Target>> targets;

    /** What an address stands for; one of both is there. */
    private record Target(
            @Nullable Release release, @Nullable Contributor artist) {}

    MusicBrainzUrlController(Catalogue catalogue) {
        targets = new Lazy<>(() -> targets(catalogue));
    }

    @ModelAttribute
    void check(HttpServletRequest request) {
        Manners.check(request);
    }

    @GetMapping
    Map<String, @Nullable Object> urls(
            HttpServletRequest request, @RequestParam(name = "inc", defaultValue = "") String inc) {
        Inc asked = Inc.parse(inc, Inc.Resource.URL);
        // Not as a list parameter: that would take an address apart at its commas.
        String @Nullable [] resources = request.getParameterValues("resource");
        if (resources == null) {
            throw MusicBrainzRefusal.badRequest("The given parameters do not match any available query type");
        }
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (int i = 0; i < Math.min(resources.length, MOST); i++) {
            Target target = targets.get().get(resources[i]);
            if (target != null) {
                found.add(url(resources[i], target, asked));
            }
        }
        if (resources.length > 1) {
            return Json.object("url-count", found.size(), "url-offset", 0, "urls", found);
        }
        if (found.isEmpty()) {
            throw MusicBrainzRefusal.unknown();
        }
        return found.getFirst();
    }

    private static Map<String, @Nullable Object> url(String resource, Target target, Inc inc) {
        List<Map<String, @Nullable Object>> relations = new ArrayList<>();
        Release release = target.release();
        Contributor artist = target.artist();
        if (release != null && inc.has("release-rels")) {
            Map<String, @Nullable Object> relation =
                    RelationRenderer.relation(LinkType.RELEASE_FREE_STREAMING, "release", "backward", List.of());
            relation.put("release", MusicBrainzRenderer.bareRelease(Edition.first(release)));
            relations.add(relation);
        }
        if (artist != null && inc.has("artist-rels")) {
            Map<String, @Nullable Object> relation =
                    RelationRenderer.relation(type(resource), "artist", "backward", List.of());
            relation.put("artist", RelationRenderer.artist(artist));
            relations.add(relation);
        }
        return Json.object("id", MbIds.of("url", resource), "resource", resource, "relations", relations);
    }

    private static LinkType type(String resource) {
        if (resource.contains("genius.com")) {
            return LinkType.LYRICS;
        }
        return resource.contains("discogs.com") ? LinkType.DISCOGS : LinkType.ARTIST_FREE_STREAMING;
    }

    private static Map<String, Target> targets(Catalogue catalogue) {
        Map<String, Target> targets = new HashMap<>();
        catalogue.releases().stream()
                .filter(Release::linkedToSpotify)
                .forEach(release -> targets.put(Links.album(release.spotifyId()), new Target(release, null)));
        for (Act act : catalogue.acts()) {
            if (act.who().ids().mbid() != null) {
                targets.put(Links.artist(act.spotifyId()), new Target(null, act.who()));
            }
        }
        for (Contributor who : catalogue.contributors()) {
            if (who.ids().mbid() != null && who.ids().linked().contains(Source.GENIUS)) {
                targets.put(who.geniusPage(), new Target(null, who));
            }
            if (who.ids().mbid() != null && who.ids().linked().contains(Source.DISCOGS)) {
                targets.put(Links.discogs(who), new Target(null, who));
            }
        }
        return targets;
    }
}
