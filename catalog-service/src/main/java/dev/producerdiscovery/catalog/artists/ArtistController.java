package dev.producerdiscovery.catalog.artists;

import dev.producerdiscovery.catalog.Paging;
import dev.producerdiscovery.catalog.ResultPage;
import dev.producerdiscovery.catalog.SearchTerm;
import dev.producerdiscovery.catalog.producers.FoundProducer;
import dev.producerdiscovery.catalog.producers.ProducerSearch;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Artists for programs. */
@RestController
@RequestMapping("/artists")
class ArtistController {

    private final Artists artists;
    private final ArtistSongs songs;
    private final ProducerSearch producers;

    ArtistController(Artists artists, ArtistSongs songs, ProducerSearch producers) {
        this.artists = artists;
        this.songs = songs;
        this.producers = producers;
    }

    @GetMapping
    ResultPage<Artist> find(
            @Parameter(
                            description =
                                    "An artist's id or link at Spotify or MusicBrainz, or part of a name, misspelt"
                                            + " or not; none finds all")
                    @RequestParam(defaultValue = "")
                    String q,
            @ParameterObject Paging paging) {
        return artists.find(SearchTerm.of(q), paging);
    }

    @GetMapping("/{id}")
    Artist one(@PathVariable UUID id) {
        return artists.one(id);
    }

    @GetMapping("/{id}/progress")
    Map<String, Object> progress(@PathVariable UUID id) {
        return artists.progress(id);
    }

    @GetMapping("/{id}/producers")
    ResultPage<FoundProducer> producers(@PathVariable UUID id, @ParameterObject Paging paging) {
        return producers.ofArtist(artists.one(id).id(), paging);
    }

    @GetMapping("/{id}/songs")
    ResultPage<ArtistSong> songs(@PathVariable UUID id, @ParameterObject Paging paging) {
        return songs.of(artists.one(id).id(), paging);
    }
}
