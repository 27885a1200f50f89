package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Release groups with the true ids of their types. */
final class GroupRenderer {

    private static final Map<String, String> TYPES = Map.of(
            "Album", "f529b476-6e62-324f-b0aa-1f3e33d313fc",
            "Single", "d6038452-8ee0-3f68-affc-2de9a1ede0b9",
            "EP", "6d0c5bf6-7a33-3420-a519-44fc63eedebf",
            "Compilation", "dd2a21e1-0c00-3729-a7a0-de60b84eb5d1",
            "Live", "6fd474e2-6b58-3102-9d17-d6f7eb7da0a0");

    private GroupRenderer() {}

    static Map<String, @Nullable Object> group(ReleaseGroup group, Inc inc) {
        Map<String, @Nullable Object> body = Json.object(
                "id", group.id(),
                "title", group.title(),
                "disambiguation", "",
                "primary-type", group.primaryType(),
                "primary-type-id", TYPES.get(group.primaryType()),
                "secondary-types", group.secondaryTypes(),
                "secondary-type-ids", ids(group.secondaryTypes()),
                "first-release-date", group.firstDate());
        if (inc.has("artist-credits")) {
            body.put("artist-credit", MusicBrainzRenderer.artistCredit(group.acts()));
        }
        return body;
    }

    private static List<@Nullable String> ids(List<String> types) {
        return types.stream().<@Nullable String>map(TYPES::get).toList();
    }
}
