package dev.producerdiscovery.catalog.tracks;

import dev.producerdiscovery.catalog.SearchTerm;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tracks for programs. */
@RestController
@RequestMapping("/tracks")
class TrackController {

    private static final int MOST_FOUND = 100;

    private final Tracks tracks;

    TrackController(Tracks tracks) {
        this.tracks = tracks;
    }

    @GetMapping
    List<FoundTrack> find(@RequestParam String q) {
        return tracks.find(SearchTerm.of(q), MOST_FOUND);
    }

    @GetMapping("/{id}")
    Track one(@PathVariable UUID id) {
        return tracks.one(id);
    }
}
