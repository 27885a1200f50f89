package dev.producerdiscovery.simulator.genius;

import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.LyricsPage;
import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.search.Lazy;
import dev.producerdiscovery.simulator.search.TextIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search, songs and artists. */
@RestController
@RequestMapping("/genius")
class GeniusController {

    /** Any other token is good; these are for seeing what a bad one does. */
    private static final List<String> BAD_TOKENS = List.of("revoked", "wrong");

    /** What HTTP libraries call themselves when nobody gave them a name. */
    private static final Pattern DEFAULT_AGENT =
            Pattern.compile("(Java|Java-http-client|okhttp|python-requests|Apache-HttpClient|ReactorNetty|curl)/.*");

    private static final int HITS = 10;
    private static final int MOST_ROWS = 50;

    private static final Comparator<LyricsPage> BY_TITLE = Comparator.comparing(
                    LyricsPage::title, String.CASE_INSENSITIVE_ORDER)
            .thenComparingLong(LyricsPage::id);
    private static final Comparator<LyricsPage> BY_POPULARITY =
            Comparator.comparingDouble(LyricsPage::prominence).reversed().thenComparingLong(LyricsPage::id);

    private final Catalogue catalogue;
    private final Lazy<TextIndex<LyricsPage>> index;

    GeniusController(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.index =
                new Lazy<>(() -> new TextIndex<>(catalogue.pages(), GeniusController::text, LyricsPage::prominence));
    }

    @ModelAttribute
    void check(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorisation,
            @RequestHeader(name = "User-Agent", defaultValue = "") String agent) {
        if (agent.isBlank() || DEFAULT_AGENT.matcher(agent).matches()) {
            throw GeniusRefusal.forbidden();
        }
        String token =
                authorisation.startsWith("Bearer ") ? authorisation.substring(7).strip() : "";
        if (token.isEmpty()) {
            throw GeniusRefusal.noToken();
        }
        if (BAD_TOKENS.contains(token)) {
            throw GeniusRefusal.badToken();
        }
    }

    @GetMapping("/search")
    Map<String, @Nullable Object> search(@RequestParam(name = "q", defaultValue = "") String query) {
        List<Map<String, @Nullable Object>> hits = index.get().find(query).stream()
                .limit(HITS)
                .map(GeniusRenderer::hit)
                .toList();
        return envelope("hits", hits);
    }

    @GetMapping("/songs/{id}")
    Map<String, @Nullable Object> song(
            @PathVariable("id") String id,
            @RequestParam(name = "text_format", defaultValue = "dom") List<String> formats) {
        LyricsPage page = catalogue.page(number(id)).orElseThrow(GeniusRefusal::unknown);
        return envelope("song", GeniusRenderer.song(page, formats));
    }

    @GetMapping("/artists/{id}")
    Map<String, @Nullable Object> artist(
            @PathVariable("id") String id,
            @RequestParam(name = "text_format", defaultValue = "dom") List<String> formats) {
        return envelope("artist", GeniusRenderer.artist(contributor(id), formats));
    }

    @GetMapping("/artists/{id}/songs")
    Map<String, @Nullable Object> songs(
            @PathVariable("id") String id,
            @RequestParam(name = "per_page", defaultValue = "20") int size,
            @RequestParam(name = "page", defaultValue = "1") int number,
            @RequestParam(name = "sort", defaultValue = "popularity") String sort) {
        List<LyricsPage> all = catalogue.pagesOf(contributor(id)).stream()
                .sorted(sort.equals("title") ? BY_TITLE : BY_POPULARITY)
                .toList();
        int rows = Math.clamp(size, 1, MOST_ROWS);
        long end = (long) Math.max(1, number) * rows;
        List<Map<String, @Nullable Object>> songs = all.stream()
                .skip(end - rows)
                .limit(rows)
                .map(GeniusRenderer::row)
                .toList();
        return Json.object(
                "meta",
                Map.of("status", 200),
                "response",
                Json.object("songs", songs, "next_page", end < all.size() ? number + 1 : null));
    }

    /** Paths that only the website has look forbidden, not unknown. */
    @GetMapping("/**")
    Map<String, @Nullable Object> anythingElse() {
        throw GeniusRefusal.forbidden();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, @Nullable Object>> refused(GeniusRefusal refusal) {
        return refusal.answer();
    }

    private Contributor contributor(String id) {
        return catalogue.contributorByGeniusId(number(id)).orElseThrow(GeniusRefusal::unknown);
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noNumber) {
            throw GeniusRefusal.unknown();
        }
    }

    private static Map<String, @Nullable Object> envelope(String name, Object content) {
        return Json.object("meta", Map.of("status", 200), "response", Json.object(name, content));
    }

    private static String text(LyricsPage page) {
        return page.title() + " "
                + GeniusRenderer.performers(page).stream()
                        .map(who -> who.names().genius())
                        .collect(Collectors.joining(" "));
    }
}
