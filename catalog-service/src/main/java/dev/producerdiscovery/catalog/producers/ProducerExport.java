package dev.producerdiscovery.catalog.producers;

import dev.producerdiscovery.catalog.export.Export;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A whole search as a file. */
@RestController
@RequestMapping("/producers")
class ProducerExport {

    private static final String NAME = "producers";
    private static final List<String> COLUMNS = List.of(
            "producer_id",
            "name",
            "songs",
            "tracks",
            "artists",
            "popularity",
            "confidence",
            "roles",
            "sources",
            "email",
            "instagram_handle",
            "profiles",
            "similarity");

    private final ProducerSearch search;
    private final Export export;

    ProducerExport(ProducerSearch search, Export export) {
        this.search = search;
        this.export = export;
    }

    @GetMapping("/export.csv")
    void csv(
            @ParameterObject ProducerFilter filter,
            @RequestParam(defaultValue = "false") boolean excel,
            HttpServletResponse response)
            throws IOException {
        export.csv(response, NAME, excel, COLUMNS, rows -> search.forEach(filter, rows), ProducerExport::cells);
    }

    @GetMapping("/export.json")
    void json(@ParameterObject ProducerFilter filter, HttpServletResponse response) throws IOException {
        export.<FoundProducer>json(response, NAME, rows -> search.forEach(filter, rows));
    }

    private static List<@Nullable Object> cells(FoundProducer producer) {
        return Arrays.asList(
                producer.id(),
                producer.name(),
                producer.songs(),
                producer.tracks(),
                producer.artists(),
                producer.popularity(),
                producer.confidence(),
                String.join("; ", producer.roles()),
                String.join("; ", producer.sources()),
                producer.email(),
                producer.instagramHandle(),
                String.join(" ", producer.profiles()),
                producer.similarity());
    }
}
