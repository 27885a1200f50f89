package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Catalogue.Placed;
import dev.producerdiscovery.simulator.catalogue.Recording;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Look-ups by id or code, and the search by barcode. */
@RestController
@RequestMapping("/musicbrainz/ws/2")
class MusicBrainzController {

    private static final Pattern MBID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ISRC = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}");
    private static final Pattern FIELD = Pattern.compile("\\bbarcode:");

    private final Catalogue catalogue;
    private final ArtistRenderer artists;
    private final Shelves shelves;

    MusicBrainzController(Catalogue catalogue, ArtistRenderer artists, Shelves shelves) {
        this.catalogue = catalogue;
        this.artists = artists;
        this.shelves = shelves;
    }

    @ModelAttribute
    void check(HttpServletRequest request) {
        Manners.check(request);
    }

    @GetMapping("/release/{mbid}")
    Map<String, @Nullable Object> release(
            @PathVariable("mbid") String mbid, @RequestParam(name = "inc", defaultValue = "") String inc) {
        Inc asked = Inc.parse(inc, Inc.Resource.RELEASE);
        Edition edition = found(mbid, shelves.editions()::of);
        return shelves.renderer(asked).release(edition, () -> shelves.editions().groupOf(edition.release()));
    }

    @GetMapping("/recording/{mbid}")
    Map<String, @Nullable Object> recording(
            @PathVariable("mbid") String mbid, @RequestParam(name = "inc", defaultValue = "") String inc) {
        Inc asked = Inc.parse(inc, Inc.Resource.RECORDING);
        Recording recording = found(mbid, catalogue::recording);
        return shelves.renderer(asked).recording(recording, releases(recording));
    }

    /** A redirect where the id was given up for another. */
    @GetMapping("/artist/{mbid}")
    ResponseEntity<Map<String, @Nullable Object>> artist(
            HttpServletRequest request,
            @PathVariable("mbid") String mbid,
            @RequestParam(name = "inc", defaultValue = "") String inc) {
        Inc asked = Inc.parse(inc, Inc.Resource.ARTIST);
        Optional<String> staying = shelves.formerIds().staying(mbid);
        if (staying.isPresent()) {
            URI there = URI.create(request.getRequestURL().toString().replace(mbid, staying.get()) + "?"
                    + String.valueOf(request.getQueryString()));
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(there)
                    .build();
        }
        return ResponseEntity.ok(artists.artist(found(mbid, catalogue::contributorByMbid), asked));
    }

    @GetMapping("/isrc/{isrc}")
    Map<String, @Nullable Object> isrc(
            @PathVariable("isrc") String isrc, @RequestParam(name = "inc", defaultValue = "") String inc) {
        String code = isrc.toUpperCase(Locale.ROOT);
        if (!ISRC.matcher(code).matches()) {
            throw MusicBrainzRefusal.badRequest("Invalid isrc.");
        }
        MusicBrainzRenderer renderer = shelves.renderer(Inc.parse(inc, Inc.Resource.ISRC));
        List<Map<String, @Nullable Object>> recordings = catalogue.recordingsWith(code).stream()
                .filter(recording -> recording.mbid() != null && recording.isrcsAtMusicBrainz())
                .map(recording -> renderer.recording(recording, releases(recording)))
                .toList();
        if (recordings.isEmpty()) {
            throw MusicBrainzRefusal.unknown();
        }
        return Json.object("isrc", code, "recordings", recordings);
    }

    @GetMapping("/release")
    Map<String, @Nullable Object> releaseSearch(@RequestParam(name = "query", defaultValue = "") String query) {
        String barcode = text(query);
        List<Map<String, @Nullable Object>> found = catalogue.releases().stream()
                .filter(release -> release.mbid() != null && barcode.equals(release.upc()))
                .map(Edition::first)
                .map(MusicBrainzRenderer::bareRelease)
                .toList();
        return Json.object("count", found.size(), "offset", 0, "releases", found);
    }

    private static String text(String query) {
        if (query.isBlank()) {
            throw MusicBrainzRefusal.badRequest("The 'query' parameter must not be empty.");
        }
        return FIELD.matcher(query).replaceAll(" ").replace("\"", " ").strip();
    }

    private List<Release> releases(Recording recording) {
        return catalogue.tracksOf(recording).stream()
                .map(Placed::release)
                .filter(release -> release.mbid() != null)
                .toList();
    }

    private static <T> T found(String mbid, Function<String, Optional<T>> find) {
        if (!MBID.matcher(mbid).matches()) {
            throw MusicBrainzRefusal.badRequest("Invalid mbid.");
        }
        return find.apply(mbid).orElseThrow(MusicBrainzRefusal::unknown);
    }
}
