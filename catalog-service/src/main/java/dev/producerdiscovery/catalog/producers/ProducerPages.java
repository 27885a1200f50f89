package dev.producerdiscovery.catalog.producers;

import dev.producerdiscovery.catalog.Paging;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Producers for people: the search, which is the start page, and one producer. */
@Controller
class ProducerPages {

    private final ProducerSearch search;
    private final ProducerDetails details;
    private final ProducerSongs songs;

    ProducerPages(ProducerSearch search, ProducerDetails details, ProducerSongs songs) {
        this.search = search;
        this.details = details;
        this.songs = songs;
    }

    @GetMapping("/")
    String search(
            @ModelAttribute("filter") ProducerFilter filter, @ModelAttribute("paging") Paging paging, Model model) {
        model.addAttribute("roles", CreditRoles.ALL);
        model.addAttribute("sorts", ProducerFilter.SORTS);
        model.addAttribute("verifications", ProducerFilter.VERIFICATIONS);
        model.addAttribute("producers", search.find(filter, paging));
        return "search";
    }

    @GetMapping("/pages/producers/{id}")
    String one(@PathVariable UUID id, @ModelAttribute("paging") Paging paging, Model model) {
        Producer producer = details.of(id);
        model.addAttribute("producer", producer);
        model.addAttribute("songs", songs.of(producer.id(), paging));
        return "producer";
    }
}
