package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Recording;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.search.Lazy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final Lazy<ArtistLists> lists;
    private final RecordingPages recordings;

    MusicBrainzPagesController(Catalogue catalogue) {
        this.lists = new Lazy<>(() -> new ArtistLists(catalogue));
        this.recordings = new RecordingPages(catalogue);
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
        Inc asked = Inc.parse(inc, Inc.Resource.RECORDING);
        List<Recording> all = lists(artist).recordings();
        List<Map<String, @Nullable Object>> rows = recordings.rows(all, asked);
        return answer("recording", rows.size(), offset, part(rows, limit, offset));
    }

    @GetMapping(value = "/release", params = "artist")
    Map<String, @Nullable Object> releases(
            @RequestParam("artist") String artist,
            @RequestParam(name = "inc", defaultValue = "") String inc,
            @RequestParam(name = "status", defaultValue = "official") String status,
            @RequestParam(name = "limit", defaultValue = "25") int limit,
            @RequestParam(name = "offset", defaultValue = "0") int offset) {
        Inc asked = Inc.parse(inc, Inc.Resource.RELEASE);
        boolean official = Arrays.asList(status.split("\\|")).contains("official");
        List<Release> all = official ? lists(artist).releases() : List.of();
        List<Release> page = part(all, limit, offset);
        return answer("release", all.size(), offset, asked.has("recordings") ? whole(page, asked) : heads(page, asked));
    }

    private static List<Map<String, @Nullable Object>> heads(List<Release> page, Inc asked) {
        return page.stream().map(new MusicBrainzRenderer(asked)::release).toList();
    }

    /** A page ends where it would hold too many tracks; a single release of more comes without its recordings' relations. */
    private static List<Map<String, @Nullable Object>> whole(List<Release> page, Inc asked) {
        List<Release> kept = new ArrayList<>();
        int tracks = 0;
        for (Release release : page) {
            tracks += release.tracks().size();
            if (tracks > MOST_TRACKS && !kept.isEmpty()) {
                break;
            }
            kept.add(release);
        }
        boolean tooMany = kept.size() == 1 && kept.getFirst().tracks().size() > MOST_TRACKS;
        return heads(kept, tooMany ? asked.without("recording-level-rels") : asked);
    }

    private static <T> List<T> part(List<T> all, int limit, int offset) {
        Stream<T> rows = all.stream().skip(Math.max(0, offset));
        return rows.limit(Math.clamp(limit, 1, MOST_ROWS)).toList();
    }

    private static Map<String, @Nullable Object> answer(
            String kind, int count, int offset, List<Map<String, @Nullable Object>> rows) {
        return Json.object(kind + "-count", count, kind + "-offset", offset, kind + "s", rows);
    }

    private ArtistLists.Listed lists(String artist) {
        if (!MBID.matcher(artist).matches()) {
            throw MusicBrainzRefusal.badRequest("Invalid mbid.");
        }
        return lists.get().of(artist).orElseThrow(MusicBrainzRefusal::unknown);
    }
}
