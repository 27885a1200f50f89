package dev.producerdiscovery.catalog.producers;

import dev.producerdiscovery.catalog.Paging;
import dev.producerdiscovery.catalog.ResultPage;
import dev.producerdiscovery.catalog.producers.Producer.Collaboration;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Producers for programs. */
@RestController
@RequestMapping("/producers")
class ProducerController {

    private final ProducerSearch search;
    private final ProducerDetails details;
    private final ProducerSongs songs;

    ProducerController(ProducerSearch search, ProducerDetails details, ProducerSongs songs) {
        this.search = search;
        this.details = details;
        this.songs = songs;
    }

    @GetMapping
    ResultPage<FoundProducer> find(@ParameterObject ProducerFilter filter, @ParameterObject Paging paging) {
        return search.find(filter, paging);
    }

    @GetMapping("/{id}")
    Producer one(@PathVariable UUID id) {
        return details.of(id);
    }

    @GetMapping("/{id}/tracks")
    ResultPage<ProducerSong> tracks(@PathVariable UUID id, @ParameterObject Paging paging) {
        return songs.of(details.rootOf(id), paging);
    }

    @GetMapping("/{id}/collaborations")
    List<Collaboration> collaborations(@PathVariable UUID id) {
        return details.collaborations(details.rootOf(id));
    }
}
