package dev.producerdiscovery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.catalogue.Act;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Collects credits from the faces alone, going by ids as a perfect discovery would, and compares with the truth. */
class TruthAgainstFacesTest extends SimulatorTest {

    private static final String INC = "recordings+recording-level-rels+artist-rels";

    private static final Set<String> PRODUCING = Set.of("Co-Producer", "Additional Production");

    private final Map<String, Set<String>> musicBrainz = new HashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 6, 8, 9})
    void the_faces_tell_the_producers_of_the_truth_and_no_others(int number) {
        Act act = catalogue.acts().stream()
                .filter(one -> one.kind() == Act.Kind.ARTIST && one.number() == number)
                .findFirst()
                .orElseThrow();
        JsonNode truth = caller.get("/_truth?artist=" + act.spotifyId()).json().at("/artists/0/songs");
        collect(truth);

        assertThat(truth.size()).isGreaterThan(10);
        truth.forEach(song -> assertThat(found(song))
                .as(song.path("title").asString() + " " + song.path("version").asString())
                .isEqualTo(expected(song)));
    }

    private static Set<String> expected(JsonNode song) {
        return song.path("credits")
                .valueStream()
                .filter(credit -> Set.of("producer", "co-producer", "additional")
                        .contains(credit.path("role").asString()))
                .flatMap(credit -> credit.path("sources")
                        .valueStream()
                        .map(JsonNode::asString)
                        .flatMap(source -> switch (source) {
                            case "musicbrainz" -> Stream.of(credit.path("mbid").asString());
                            case "genius" -> Stream.of(credit.path("genius_id").asString());
                            default -> Stream.empty();
                        }))
                .collect(Collectors.toSet());
    }

    private Set<String> found(JsonNode song) {
        Set<String> found = new HashSet<>();
        song.path("tracks")
                .forEach(track -> found.addAll(
                        musicBrainz.getOrDefault(track.path("spotify_id").asString(), Set.of())));
        found.addAll(genius(song));
        return found;
    }

    /** Album by album where MusicBrainz has mapped it, track by track through its code where it has not. */
    private void collect(JsonNode truth) {
        Set<String> albums =
                truth.findValuesAsString("album_spotify_id").stream().collect(Collectors.toSet());
        String resources = albums.stream()
                .map(id -> "resource=https://open.spotify.com/album/" + id)
                .collect(Collectors.joining("&"));
        JsonNode urls = caller.musicBrainz("/url?" + resources + "&resource=x&inc=release-rels")
                .json()
                .path("urls");
        urls.forEach(url -> release(
                url.path("resource").asString().replaceFirst(".*/", ""),
                url.at("/relations/0/release/id").asString()));
        truth.findValues("tracks").forEach(tracks -> tracks.forEach(this::byCode));
    }

    private void release(String albumId, String mbid) {
        JsonNode release =
                caller.musicBrainz("/release/" + mbid + "?inc=" + INC).json();
        JsonNode rows = caller.spotify("/albums/" + albumId).json().at("/tracks/items");
        Set<String> whole = producers(release.path("relations"));
        release.at("/media/0/tracks").forEach(track -> {
            Set<String> all = new HashSet<>(producers(track.at("/recording/relations")));
            all.addAll(whole);
            String id = rows.get(track.path("position").asInt() - 1).path("id").asString();
            musicBrainz.put(id, all);
        });
    }

    private void byCode(JsonNode track) {
        String isrc = track.path("isrc").asString("");
        if (isrc.isEmpty() || musicBrainz.containsKey(track.path("spotify_id").asString())) {
            return;
        }
        JsonNode recordings =
                caller.musicBrainz("/isrc/" + isrc + "?inc=artist-rels").json().path("recordings");
        Set<String> all = new HashSet<>();
        recordings.forEach(recording -> all.addAll(producers(recording.path("relations"))));
        musicBrainz.put(track.path("spotify_id").asString(), all);
    }

    private static Set<String> producers(JsonNode relations) {
        Predicate<JsonNode> produces =
                relation -> relation.path("type").asString().equals("producer")
                        && relation.path("attributes")
                                .valueStream()
                                .noneMatch(
                                        attribute -> Set.of("executive", "task").contains(attribute.asString()));
        return relations
                .valueStream()
                .filter(produces)
                .map(relation -> relation.at("/artist/id").asString())
                .collect(Collectors.toSet());
    }

    /** Pages are told apart by what they are about, which no search tells: the first Interlude from the second. */
    private Set<String> genius(JsonNode song) {
        Set<String> isrcs =
                song.path("isrcs").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        Set<String> found = new HashSet<>();
        catalogue.pages().stream()
                .filter(page -> page.recording() != null
                        && isrcs.containsAll(page.recording().isrcs()))
                .map(page -> caller.genius("/songs/" + page.id()).json().at("/response/song"))
                .forEach(page -> {
                    found.addAll(ids(page.path("producer_artists")));
                    page.path("custom_performances")
                            .valueStream()
                            .filter(part ->
                                    PRODUCING.contains(part.path("label").asString()))
                            .forEach(part -> found.addAll(ids(part.path("artists"))));
                });
        return found;
    }

    private static Set<String> ids(JsonNode artists) {
        return artists.valueStream().map(artist -> artist.path("id").asString()).collect(Collectors.toSet());
    }
}
