package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists of what an artist has, page by page.
 *
 * @see <a href="https://musicbrainz.org/doc/MusicBrainz_API#Browse">browse requests</a>
 */
@RestController
@RequestMapping("/musicbrainz/ws/2")
class MusicBrainzPagesController {

    private static final Pattern MBID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST_ROWS = 100;
    private static final int MOST_TRACKS = 500;

    private final Shelves shelves;

    MusicBrainzPagesController(Shelves shelves) {
        this.shelves = shelves;
    }

    @ModelAttribute
    void check(HttpServletRequest request) {
        Manners.check(request);
    }

    @GetMapping(value = "/recording", params = "artist")
    Map<String, @Nullable Object> recordings(
            @RequestParam("artist") String artist,
            @RequestParam(name = "inc", defaultValue = "") String inc,
            @RequestParam(name = "limit", defaultValue = "25") int limit,
            @RequestParam(name = "offset", defaultValue = "0") int offset) {
        MusicBrainzRenderer renderer = shelves.renderer(Inc.parse(inc, Inc.Resource.RECORDING));
        List<Map<String, @Nullable Object>> rows =
                RecordingPages.rows(lists(artist).recordings(), renderer);
        return answer("recording", rows.size(), offset, part(rows, limit, offset));
    }

    @GetMapping(value = "/release", params = "artist")
    Map<String, @Nullable Object> releases(
            @RequestParam("artist") String artist,
            @RequestParam(name = "inc", defaultValue = "") String inc,
            @RequestParam(name = "status", defaultValue = "") String status,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "limit", defaultValue = "25") int limit,
            @RequestParam(name = "offset", defaultValue = "0") int offset) {
        Inc asked = Inc.parse(inc, Inc.Resource.RELEASE);
        List<Edition> all = lists(artist).releases().stream()
                .filter(edition -> edition.status().isAmong(status))
                .filter(edition -> group(edition).isAmong(type))
                .toList();
        List<Edition> page = part(all, limit, offset);
        return answer("release", all.size(), offset, asked.has("recordings") ? whole(page, asked) : heads(page, asked));
    }

    @GetMapping(value = "/release-group", params = "artist")
    Map<String, @Nullable Object> groups(
            @RequestParam("artist") String artist,
            @RequestParam(name = "inc", defaultValue = "") String inc,
            @RequestParam(name = "type", defaultValue = "") String type,
            @RequestParam(name = "limit", defaultValue = "25") int limit,
            @RequestParam(name = "offset", defaultValue = "0") int offset) {
        Inc asked = Inc.parse(inc, Inc.Resource.RELEASE_GROUP);
        List<ReleaseGroup> all = lists(artist).releases().stream()
                .map(this::group)
                .distinct()
                .filter(group -> group.isAmong(type))
                .toList();
        List<Map<String, @Nullable Object>> rows = part(all, limit, offset).stream()
                .map(group -> GroupRenderer.group(group, asked))
                .toList();
        return answer("release-group", all.size(), offset, rows);
    }

    private List<Map<String, @Nullable Object>> heads(List<Edition> page, Inc asked) {
        MusicBrainzRenderer renderer = shelves.renderer(asked);
        return page.stream()
                .map(edition -> renderer.release(edition, () -> group(edition)))
                .toList();
    }

    /** A page ends where it would hold too many tracks; a single release of more comes without its recordings' relations. */
    private List<Map<String, @Nullable Object>> whole(List<Edition> page, Inc asked) {
        List<Edition> kept = new ArrayList<>();
        int tracks = 0;
        for (Edition edition : page) {
            tracks += edition.release().tracks().size();
            if (tracks > MOST_TRACKS && !kept.isEmpty()) {
                break;
            }
            kept.add(edition);
        }
        boolean tooMany = kept.size() == 1 && kept.getFirst().release().tracks().size() > MOST_TRACKS;
        return heads(kept, tooMany ? asked.without("recording-level-rels") : asked);
    }

    private ReleaseGroup group(Edition edition) {
        return shelves.editions().groupOf(edition.release());
    }

    private static <T> List<T> part(List<T> all, int limit, int offset) {
        Stream<T> rows = all.stream().skip(Math.max(0, offset));
        return rows.limit(Math.clamp(limit, 1, MOST_ROWS)).toList();
    }

    private static Map<String, @Nullable Object> answer(
            String kind, int count, int offset, List<Map<String, @Nullable Object>> rows) {
        return Json.object(kind + "-count", count, kind + "-offset", offset, kind + "s", rows);
    }

    /** Lists go by an id that was given up as well as by the one that stays. */
    private ArtistLists.Listed lists(String artist) {
        if (!MBID.matcher(artist).matches()) {
            throw MusicBrainzRefusal.badRequest("Invalid mbid.");
        }
        String staying = shelves.formerIds().staying(artist).orElse(artist);
        return shelves.lists().of(staying).orElseThrow(MusicBrainzRefusal::unknown);
    }
}
