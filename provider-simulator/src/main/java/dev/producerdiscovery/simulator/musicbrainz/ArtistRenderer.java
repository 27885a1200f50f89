package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Profile;
import dev.producerdiscovery.simulator.catalogue.Source;
import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.search.Lazy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People and groups with their other names and their pages elsewhere. Thread-safe. */
@Component
class ArtistRenderer {

    private final Lazy<Map<String, Act>> actsByMbid;
    private final Lazy<Map<String, List<Contributor>>> groupsByMember;

    ArtistRenderer(Catalogue catalogue) {
        actsByMbid = new Lazy<>(() -> {
            Map<String, Act> acts = new HashMap<>();
            catalogue.acts().stream()
                    .filter(act -> act.who().ids().mbid() != null)
                    .forEach(act ->
                            acts.put(Objects.requireNonNull(act.who().ids().mbid()), act));
            return acts;
        });
        groupsByMember = new Lazy<>(() -> {
            Map<String, List<Contributor>> groups = new HashMap<>();
            catalogue
                    .contributors()
                    .forEach(group -> group.members()
                            .forEach(member -> groups.computeIfAbsent(member.key(), ignored -> new ArrayList<>())
                                    .add(group)));
            return groups;
        });
    }

    Map<String, @Nullable Object> artist(Contributor who, Inc inc) {
        Map<String, @Nullable Object> body = RelationRenderer.artist(who);
        body.put("life-span", Json.object("begin", begin(who), "end", null, "ended", false));
        if (inc.has("aliases")) {
            body.put(
                    "aliases",
                    who.names().aliases().stream().map(ArtistRenderer::alias).toList());
        }
        if (inc.has("url-rels") || inc.has("artist-rels")) {
            List<Map<String, @Nullable Object>> relations = new ArrayList<>();
            if (inc.has("artist-rels")) {
                who.members().forEach(member -> relations.add(RelationRenderer.member(member, true)));
                groupsByMember
                        .get()
                        .getOrDefault(who.key(), List.of())
                        .forEach(group -> relations.add(RelationRenderer.member(group, false)));
            }
            if (inc.has("url-rels")) {
                relations.addAll(links(who));
            }
            body.put("relations", relations);
        }
        return body;
    }

    private List<Map<String, @Nullable Object>> links(Contributor who) {
        List<Map<String, @Nullable Object>> links = new ArrayList<>();
        Act act = actsByMbid.get().get(String.valueOf(who.ids().mbid()));
        if (act != null) {
            links.add(RelationRenderer.url(LinkType.ARTIST_FREE_STREAMING, Links.artist(act.spotifyId()), false));
        }
        if (who.ids().linked().contains(Source.GENIUS) && who.ids().genius() != null) {
            links.add(RelationRenderer.url(LinkType.LYRICS, who.geniusPage(), false));
        }
        if (who.ids().linked().contains(Source.DISCOGS)) {
            links.add(RelationRenderer.url(LinkType.DISCOGS, Links.discogs(who), false));
        }
        Profile profile = who.profile();
        if (profile.instagram() != null && profile.instagramStatedBy().contains(Source.MUSICBRAINZ)) {
            links.add(
                    RelationRenderer.url(LinkType.SOCIAL_NETWORK, Links.instagram("old." + profile.instagram()), true));
            links.add(RelationRenderer.url(LinkType.SOCIAL_NETWORK, Links.instagram(profile.instagram()), false));
        }
        if (profile.homepage() != null) {
            links.add(RelationRenderer.url(LinkType.OFFICIAL_HOMEPAGE, profile.homepage(), false));
        }
        return links;
    }

    private static @Nullable String begin(Contributor who) {
        int lot = Math.floorMod(who.key().hashCode(), 30);
        boolean group = who.kind() == Contributor.Kind.GROUP;
        return lot % 3 == 0 ? null : String.valueOf((group ? 1975 : 1952) + lot);
    }

    private static Map<String, @Nullable Object> alias(String name) {
        return Json.object(
                "name",
                name,
                "sort-name",
                name,
                "type",
                "Artist name",
                "type-id",
                "894afba6-2816-3c24-8072-eadb66bd04bc",
                "locale",
                null,
                "primary",
                null,
                "begin",
                null,
                "end",
                null,
                "ended",
                false);
    }
}
