package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.search.Lazy;
import dev.producerdiscovery.simulator.search.TextIndex;
import dev.producerdiscovery.simulator.search.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Artists by words of their names and aliases, the best first. Unlike a look-up, a search leaves out what is empty.
 *
 * @see <a href="https://musicbrainz.org/doc/MusicBrainz_API/Search">searches</a>
 */
@RestController
@RequestMapping("/musicbrainz/ws/2/artist")
class ArtistSearch {

    private static final Pattern FIELD = Pattern.compile("\\b(artist|alias|sortname):");
    private static final int MOST_ROWS = 100;

    private static final int OF_NAME = 100;
    private static final int OF_ALIAS = 92;
    private static final int OF_WORDS = 61;

    private final ArtistRenderer artists;
    private final Lazy<TextIndex<Contributor>> index;

    private record Hit(Contributor who, int score) {}

    ArtistSearch(Catalogue catalogue, ArtistRenderer artists) {
        this.artists = artists;
        this.index = new Lazy<>(() -> new TextIndex<>(
                catalogue.contributors().stream()
                        .filter(who -> who.ids().mbid() != null)
                        .toList(),
                who -> who.name() + " " + String.join(" ", who.names().aliases()),
                who -> 1));
    }

    @ModelAttribute
    void check(HttpServletRequest request) {
        Manners.check(request);
    }

    @GetMapping
    Map<String, @Nullable Object> search(
            @RequestParam(name = "query", defaultValue = "") String query,
            @RequestParam(name = "limit", defaultValue = "25") int limit,
            @RequestParam(name = "offset", defaultValue = "0") int offset) {
        if (query.isBlank()) {
            throw MusicBrainzRefusal.badRequest("The 'query' parameter must not be empty.");
        }
        String words = FIELD.matcher(query).replaceAll(" ").replace("\\", "");
        List<Hit> found = index.get().find(words).stream()
                .map(who -> new Hit(who, score(who, words)))
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .toList();
        List<Map<String, @Nullable Object>> page = found.stream()
                .skip(Math.max(0, offset))
                .limit(Math.clamp(limit, 1, MOST_ROWS))
                .map(this::row)
                .toList();
        return Json.object("count", found.size(), "offset", offset, "artists", page);
    }

    private static int score(Contributor who, String words) {
        List<String> asked = Words.of(words);
        if (Words.of(who.name()).equals(asked)) {
            return OF_NAME;
        }
        boolean alias = who.names().aliases().stream().map(Words::of).anyMatch(asked::equals);
        return alias ? OF_ALIAS : OF_WORDS;
    }

    private Map<String, @Nullable Object> row(Hit hit) {
        Map<String, @Nullable Object> row = artists.artist(hit.who(), new Inc(Set.of("aliases")));
        row.values().removeIf(ArtistSearch::isEmpty);
        row.put("score", hit.score());
        return row;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || value.equals(List.of());
    }
}
