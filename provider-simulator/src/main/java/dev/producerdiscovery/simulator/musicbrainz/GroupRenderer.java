package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the editions of an album have in common. */
final class GroupRenderer {

    private GroupRenderer() {}

    static Map<String, @Nullable Object> group(Release release) {
        boolean single = release.kind() == Release.Kind.SINGLE;
        boolean compilation = release.kind() == Release.Kind.COMPILATION;
        return Json.object(
                "id",
                MbIds.of("release-group", release.spotifyId()),
                "title",
                release.name(),
                "disambiguation",
                "",
                "primary-type",
                single ? "Single" : "Album",
                "primary-type-id",
                single ? "d6038452-8ee0-3f68-affc-2de9a1ede0b9" : "f529b476-6e62-324f-b0aa-1f3e33d313fc",
                "secondary-types",
                compilation ? List.of("Compilation") : List.of(),
                "secondary-type-ids",
                compilation ? List.of("dd2a21e1-0c00-3729-a7a0-de60b84eb5d1") : List.of(),
                "first-release-date",
                release.date());
    }
}
