package dev.producerdiscovery.catalog.tracks;

import dev.producerdiscovery.catalog.SearchTerm;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Songs for people. */
@Controller
@RequestMapping("/pages/tracks")
class TrackPages {

    private static final int MOST_FOUND = 50;

    private final Tracks tracks;

    TrackPages(Tracks tracks) {
        this.tracks = tracks;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        String term = SearchTerm.of(q);
        model.addAttribute("q", term);
        model.addAttribute("tracks", tracks.find(term, MOST_FOUND));
        return "tracks";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model) {
        model.addAttribute("track", tracks.one(id));
        return "track";
    }
}
