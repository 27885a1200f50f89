package dev.producerdiscovery.catalog.artists;

import dev.producerdiscovery.catalog.Paging;
import dev.producerdiscovery.catalog.SearchTerm;
import dev.producerdiscovery.catalog.producers.ProducerSearch;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Artists for people. */
@Controller
@RequestMapping("/pages/artists")
class ArtistPages {

    private static final Paging MOST_PRODUCERS = new Paging(1, 100);

    private final Artists artists;
    private final ArtistSongs songs;
    private final ProducerSearch producers;

    ArtistPages(Artists artists, ArtistSongs songs, ProducerSearch producers) {
        this.artists = artists;
        this.songs = songs;
        this.producers = producers;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @ModelAttribute("paging") Paging paging, Model model) {
        String term = SearchTerm.of(q);
        model.addAttribute("q", term);
        model.addAttribute("artists", artists.find(term, paging));
        return "artists";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @ModelAttribute("paging") Paging paging, Model model) {
        Artist artist = artists.one(id);
        model.addAttribute("artist", artist);
        model.addAttribute("progress", artists.progress(artist.id()));
        model.addAttribute("producers", producers.ofArtist(artist.id(), MOST_PRODUCERS));
        model.addAttribute("songs", songs.of(artist.id(), paging));
        return "artist";
    }
}
