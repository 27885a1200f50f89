package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Recording;
import dev.producerdiscovery.simulator.catalogue.Version;
import dev.producerdiscovery.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an artist's recordings, with what is odd about such lists: among the songs stand concerts that were never
 * released, under the songs' own titles and by other people.
 */
final class RecordingPages {

    /** One song in so many was recorded at a concert, too. */
    private static final int SONGS_A_CONCERT = 5;

    private static final int LONGER_MS = 1_000;

    private RecordingPages() {}

    static List<Map<String, @Nullable Object>> rows(List<Recording> recordings, MusicBrainzRenderer renderer) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < recordings.size(); i++) {
            Recording recording = recordings.get(i);
            rows.add(renderer.recording(recording, List.of()));
            if (i % SONGS_A_CONCERT == 0 && recording.version().kind() == Version.Kind.ORIGINAL) {
                Recording another = recordings.get((i + recordings.size() / 2) % recordings.size());
                rows.add(concert(recording, another, renderer));
            }
        }
        return rows;
    }

    /** The song under its own title, with nothing but the disambiguation to tell it by, and somebody else's credits. */
    private static Map<String, @Nullable Object> concert(
            Recording recording, Recording another, MusicBrainzRenderer renderer) {
        Map<String, @Nullable Object> row =
                new MusicBrainzRenderer(renderer.inc(), nowhere -> List.of()).recording(another, List.of());
        row.putAll(Json.object(
                "id",
                MbIds.of("concert", Objects.requireNonNull(recording.mbid())),
                "title",
                recording.song().title(),
                "length",
                recording.lengthMs() + LONGER_MS,
                "disambiguation",
                "live, 2019-05-04: Tarn Hall"));
        row.computeIfPresent("isrcs", (key, codes) -> List.of());
        return row;
    }
}
