package dev.producerdiscovery.simulator.discogs;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.search.Lazy;
import dev.producerdiscovery.simulator.search.TextIndex;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Search, releases and artists. */
@RestController
@RequestMapping(DiscogsController.PATH)
class DiscogsController {

    static final String PATH = "/discogs";

    private final Catalogue catalogue;
    private final Lazy<TextIndex<Release>> index;

    DiscogsController(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.index = new Lazy<>(() -> new TextIndex<>(
                catalogue.releases().stream()
                        .filter(release -> release.discogsId() != null)
                        .toList(),
                release -> release.name() + " " + names(release),
                release -> 1));
    }

    @ModelAttribute
    void check(@RequestHeader(name = "User-Agent", defaultValue = "") String agent) {
        if (!agent.contains("/") || agent.startsWith("Java")) {
            throw new DiscogsRefusal(HttpStatus.FORBIDDEN, "Please identify your application by its User-Agent.");
        }
    }

    @GetMapping("/database/search")
    Map<String, @Nullable Object> search(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorisation,
            @RequestParam(name = "token", defaultValue = "") String token,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "artist", defaultValue = "") String artist,
            @RequestParam(name = "release_title", defaultValue = "") String title,
            @RequestParam(name = "barcode", defaultValue = "") String barcode) {
        if (!authorisation.startsWith("Discogs token=") && token.isEmpty()) {
            throw new DiscogsRefusal(HttpStatus.UNAUTHORIZED, "You must authenticate to access this resource.");
        }
        List<Release> found = barcode.isEmpty()
                ? index.get().find(String.join(" ", words, artist, title))
                : catalogue.releases().stream()
                        .filter(release -> release.discogsId() != null && barcode.equals(release.upc()))
                        .toList();
        DiscogsRenderer renderer = renderer();
        return Json.object(
                "pagination",
                Json.object("page", 1, "pages", 1, "per_page", 50, "items", Math.min(50, found.size())),
                "results",
                found.stream().limit(50).map(renderer::hit).toList());
    }

    @GetMapping("/releases/{id}")
    Map<String, @Nullable Object> release(@PathVariable("id") long id) {
        return catalogue
                .releaseByDiscogsId(id)
                .map(renderer()::release)
                .orElseThrow(() -> new DiscogsRefusal(HttpStatus.NOT_FOUND, "Release not found."));
    }

    @GetMapping("/artists/{id}")
    Map<String, @Nullable Object> artist(@PathVariable("id") long id) {
        return catalogue
                .contributorByDiscogsId(id)
                .map(renderer()::artist)
                .orElseThrow(() -> new DiscogsRefusal(HttpStatus.NOT_FOUND, "Artist not found."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, @Nullable Object>> refused(DiscogsRefusal refusal) {
        return refusal.answer();
    }

    private static DiscogsRenderer renderer() {
        return new DiscogsRenderer(
                ServletUriComponentsBuilder.fromCurrentContextPath().path(PATH).toUriString());
    }

    private static String names(Release release) {
        return release.acts().stream().map(Act::name).collect(Collectors.joining(" "));
    }
}
