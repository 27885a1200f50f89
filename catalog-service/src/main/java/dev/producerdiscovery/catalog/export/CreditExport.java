package dev.producerdiscovery.catalog.export;

import dev.producerdiscovery.web.InvalidField;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every credit of a producer or for an artist as a file, one row a track and role. */
@RestController
@RequestMapping("/credits")
class CreditExport {

    private static final String NAME = "credits";
    private static final List<String> COLUMNS = List.of(
            "producer_id",
            "producer",
            "role",
            "artist",
            "track",
            "album",
            "release_date",
            "isrc",
            "spotify_id",
            "confidence",
            "verification",
            "source",
            "musicbrainz_id",
            "album_musicbrainz_id",
            "artist_musicbrainz_id");

    private final CreditRows credits;
    private final Export export;

    CreditExport(CreditRows credits, Export export) {
        this.credits = credits;
        this.export = export;
    }

    @GetMapping("/export.csv")
    void csv(
            @RequestParam(required = false) @Nullable UUID producer,
            @RequestParam(required = false) @Nullable UUID artist,
            @RequestParam(defaultValue = "false") boolean excel,
            HttpServletResponse response)
            throws IOException {
        requireOne(producer, artist);
        export.csv(
                response, NAME, excel, COLUMNS, rows -> credits.forEach(producer, artist, rows), CreditExport::cells);
    }

    @GetMapping("/export.json")
    void json(
            @RequestParam(required = false) @Nullable UUID producer,
            @RequestParam(required = false) @Nullable UUID artist,
            HttpServletResponse response)
            throws IOException {
        requireOne(producer, artist);
        export.<CreditRow>json(response, NAME, rows -> credits.forEach(producer, artist, rows));
    }

    private static void requireOne(@Nullable UUID producer, @Nullable UUID artist) {
        if (producer == null && artist == null) {
            throw new InvalidField("producer", "or artist must be given");
        }
    }

    private static List<@Nullable Object> cells(CreditRow row) {
        return Arrays.asList(
                row.producerId(),
                row.producer(),
                row.role(),
                row.artist(),
                row.track(),
                row.album(),
                row.releaseDate(),
                row.isrc(),
                row.spotifyId(),
                row.confidence(),
                row.verification(),
                row.source(),
                row.musicbrainzId(),
                row.albumMusicbrainzId(),
                row.artistMusicbrainzId());
    }
}
