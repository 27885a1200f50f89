package dev.producerdiscovery.simulator.spotify;

import dev.producerdiscovery.simulator.behaviour.Behaviours;
import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Catalogue.Placed;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The catalogue endpoints of the Web API. */
@RestController
@RequestMapping(SpotifyController.PATH)
class SpotifyController {

    static final String PATH = "/spotify/v1";

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{22}");
    private static final String GROUPS = "album,single,appears_on,compilation";

    private final Catalogue catalogue;
    private final SpotifySearch search;
    private final TokenOffice tokens;
    private final Behaviours behaviours;

    SpotifyController(Catalogue catalogue, SpotifySearch search, TokenOffice tokens, Behaviours behaviours) {
        this.catalogue = catalogue;
        this.search = search;
        this.tokens = tokens;
        this.behaviours = behaviours;
    }

    @ModelAttribute
    void authorise(@RequestHeader(name = "Authorization", defaultValue = "") String authorisation) {
        tokens.check(authorisation);
    }

    @GetMapping("/search")
    Map<String, @Nullable Object> search(
            @RequestParam(name = "q", defaultValue = "") String query,
            @RequestParam(name = "type", defaultValue = "") List<String> types,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "offset", required = false) @Nullable String offset) {
        if (query.isBlank() || types.isEmpty()) {
            throw SpotifyRefusal.badRequest(query.isBlank() ? "No search query" : "Missing parameter type");
        }
        String href = api() + "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&type="
                + String.join(",", types);
        Paging paging = paging(href, limit, offset);
        SearchQuery asked = SearchQuery.parse(query);
        SpotifyRenderer renderer = renderer();
        Map<String, @Nullable Object> found = Json.object();
        for (String type : types) {
            switch (type) {
                case "artist" ->
                    found.put("artists", gap(paging, paging.page(search.artists(asked), renderer::artist)));
                case "album" -> found.put("albums", paging.page(search.albums(asked), renderer::album));
                case "track" -> found.put("tracks", paging.page(search.tracks(asked), renderer::fullTrack));
                default -> throw SpotifyRefusal.badRequest("Bad search type field " + type);
            }
        }
        return found;
    }

    @GetMapping("/artists/{id}")
    Map<String, @Nullable Object> artist(@PathVariable("id") String id) {
        return renderer().artist(act(id));
    }

    @GetMapping("/artists/{id}/albums")
    Map<String, @Nullable Object> albums(
            @PathVariable("id") String id,
            @RequestParam(name = "include_groups", defaultValue = GROUPS) List<String> groups,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "offset", required = false) @Nullable String offset) {
        Act act = act(id);
        Paging paging =
                paging(api() + "/artists/" + id + "/albums?include_groups=" + String.join(",", groups), limit, offset);
        List<Release> releases = catalogue.releasesOf(act).stream()
                .filter(release -> groups.contains(release.groupFor(act)))
                .toList();
        SpotifyRenderer renderer = renderer();
        return paging.page(releases, total(act, releases), release -> renderer.albumOf(act, release));
    }

    @GetMapping("/albums/{id}")
    Map<String, @Nullable Object> album(@PathVariable("id") String id) {
        return renderer().fullAlbum(release(id));
    }

    @GetMapping("/albums/{id}/tracks")
    Map<String, @Nullable Object> tracks(
            @PathVariable("id") String id,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "offset", required = false) @Nullable String offset) {
        Release release = release(id);
        Paging paging = Paging.of(api() + "/albums/" + id + "/tracks", limit, offset, 20, 50);
        return paging.page(release.tracks(), renderer()::track);
    }

    @GetMapping("/tracks/{id}")
    Map<String, @Nullable Object> track(@PathVariable("id") String id) {
        return renderer().fullTrack(found(id, catalogue::track));
    }

    @GetMapping("/artists")
    Map<String, @Nullable Object> artists(@RequestParam(name = "ids", defaultValue = "") List<String> ids) {
        return Json.object("artists", several(ids, 50, catalogue::act, renderer()::artist));
    }

    @GetMapping("/albums")
    Map<String, @Nullable Object> albums(@RequestParam(name = "ids", defaultValue = "") List<String> ids) {
        return Json.object("albums", several(ids, 20, catalogue::release, renderer()::fullAlbum));
    }

    @GetMapping("/tracks")
    Map<String, @Nullable Object> tracks(@RequestParam(name = "ids", defaultValue = "") List<String> ids) {
        Function<Placed, @Nullable Object> render = renderer()::fullTrack;
        return Json.object("tracks", several(ids, 50, catalogue::track, render));
    }

    /** Everything else was taken away in Development Mode, or never was. */
    @GetMapping("/**")
    Map<String, @Nullable Object> anythingElse() {
        throw behaviours.spotify().developmentMode()
                ? SpotifyRefusal.forGood(HttpStatus.FORBIDDEN, "Forbidden")
                : SpotifyRefusal.unknown();
    }

    /** Unknown ids leave a null in their place. */
    private <T> List<@Nullable Object> several(
            List<String> ids, int most, Function<String, Optional<T>> find, Function<T, @Nullable Object> render) {
        if (behaviours.spotify().developmentMode()) {
            throw SpotifyRefusal.forGood(HttpStatus.FORBIDDEN, "Forbidden");
        }
        if (ids.size() > most) {
            throw SpotifyRefusal.badRequest("Too many ids requested");
        }
        List<@Nullable Object> found = new ArrayList<>();
        for (String id : ids) {
            requireId(id);
            @Nullable T one = find.apply(id).orElse(null);
            found.add(one == null ? null : render.apply(one));
        }
        return found;
    }

    private Act act(String id) {
        return found(id, catalogue::act);
    }

    private Release release(String id) {
        return found(id, catalogue::release);
    }

    private static <T> T found(String id, Function<String, Optional<T>> find) {
        requireId(id);
        return find.apply(id).orElseThrow(SpotifyRefusal::unknown);
    }

    private static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw SpotifyRefusal.badRequest("Invalid base62 id");
        }
    }

    /** A page that is not full may hold a null at its end, as search results do now and then. */
    private static Map<String, @Nullable Object> gap(Paging paging, Map<String, @Nullable Object> page) {
        if (page.get("items") instanceof List<?> items && !items.isEmpty() && items.size() < paging.limit()) {
            List<@Nullable Object> withGap = new ArrayList<>(items);
            withGap.add(null);
            page.put("items", withGap);
        }
        return page;
    }

    /** For some artists Spotify counts a release that it does not hand out: their last page is empty. */
    private static int total(Act act, List<Release> releases) {
        return releases.size() + (act.number() % 12 == 11 ? 1 : 0);
    }

    private Paging paging(String href, @Nullable String limit, @Nullable String offset) {
        boolean developmentMode = behaviours.spotify().developmentMode();
        return Paging.of(href, limit, offset, developmentMode ? 5 : 20, developmentMode ? 10 : 50);
    }

    private SpotifyRenderer renderer() {
        return new SpotifyRenderer(api(), behaviours.spotify().developmentMode());
    }

    private static String api() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(PATH).toUriString();
    }
}
