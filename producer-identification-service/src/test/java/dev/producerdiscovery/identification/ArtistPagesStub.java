package dev.producerdiscovery.identification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What MusicBrainz answers in these tests about one artist as a whole. */
final class ArtistPagesStub {

    private static final int PAGE = 100;

    private final Providers providers;
    private final String artist;

    /** An artist who has nothing. */
    ArtistPagesStub(Providers providers, String artist) {
        this.providers = providers;
        this.artist = artist;
    }

    /** A recording by The Tin Foxes of 200 seconds with producers given as "id=name". */
    static String recording(String id, String title, String... producers) {
        String whole = Providers.recording(id, title, producers);
        return by(
                "a1a1a1a1-0000-4000-8000-000000000001",
                whole.substring(whole.indexOf("{\"id\""), whole.lastIndexOf('}')));
    }

    /** The same as a track of a release. */
    static String onRelease(String artist, String id, String title, String... producers) {
        return by(artist, Providers.recording(id, title, producers));
    }

    private static String by(String artist, String json) {
        return json.replace(
                "\"isrcs\": []",
                "\"disambiguation\": \"\", \"isrcs\": [], \"artist-credit\": [{\"name\": \"The Tin Foxes\", \"joinphrase\": \"\", \"artist\": {\"id\": \"%s\", \"name\": \"The Tin Foxes\"}}]"
                        .formatted(artist));
    }

    void recordings(List<String> recordings) {
        for (int from = 0; from == 0 || from < recordings.size(); from += PAGE) {
            providers.page(
                    "recording",
                    artist,
                    from,
                    recordings.size(),
                    recordings.subList(from, Math.min(recordings.size(), from + PAGE)));
        }
        providers.page("release", artist, 0, 0, List.of());
    }

    void tooManyRecordings(int total) {
        providers.page("recording", artist, 0, total, List.of(recording("r0", "Something Else")));
    }

    /** The one release of the artist, of which as a whole this is said. */
    void release(String id, String... producers) {
        String recording = Providers.recording("x", "x", producers);
        String relations = recording.substring(recording.indexOf("\"relations\""), recording.length() - 2);
        providers.page(
                "release", artist, 0, 1, List.of("{\"id\": \"%s\", \"title\": \"x\", %s}".formatted(id, relations)));
    }

    /** The one release of the artist, with its tracks. */
    void wholeRelease(String id, String... recordings) {
        providers.page("release", artist, 0, 1, List.of(whole(id, List.of(recordings))));
    }

    /** Releases of the artist, each {@code every}-th of which has so many tracks, and none of the others is answered. */
    void wholeReleases(int total, int every, int tracks) {
        for (int at = 0; at < total; at += every) {
            String release = "rel" + at;
            providers.page(
                    "release",
                    artist,
                    at,
                    total,
                    List.of(whole(
                            release,
                            IntStream.range(0, tracks)
                                    .mapToObj(number -> onRelease(artist, release + "-" + number, "Part " + number))
                                    .toList())));
        }
    }

    private static String whole(String id, List<String> recordings) {
        List<String> tracks = new ArrayList<>();
        for (String recording : recordings) {
            tracks.add(recording.replaceFirst("\\{", "{\"position\": " + (tracks.size() + 1) + ", "));
        }
        return """
                {"id": "%s", "title": "x", "disambiguation": "", "status": "Official", "barcode": null,
                 "release-group": {"id": "g", "title": "x", "primary-type": "Album", "secondary-types": [],
                                   "first-release-date": ""},
                 "artist-credit": [], "relations": [], "media": [{"position": 1, "tracks": [%s]}]}""".formatted(id, String.join(",", tracks));
    }
}
