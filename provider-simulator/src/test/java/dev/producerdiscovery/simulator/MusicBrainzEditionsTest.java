package dev.producerdiscovery.simulator;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The releases that MusicBrainz has beside those that are on Spotify. */
class MusicBrainzEditionsTest extends SimulatorTest {

    @Test
    void editions_of_an_album_share_its_group_and_its_recordings() {
        Map<String, List<JsonNode>> groups = releases("&status=official").stream()
                .collect(groupingBy(row -> row.at("/release-group/id").asString()));

        assertThat(groups.values())
                .as("pressed elsewhere, with a barcode of its own and no link to Spotify")
                .anySatisfy(editions -> {
                    JsonNode elsewhere =
                            one(editions, row -> row.path("country").asString().equals("JP"));
                    JsonNode first =
                            one(editions, row -> row.path("country").asString().equals("XW"));
                    assertThat(recordings(elsewhere)).isEqualTo(recordings(first));
                    assertThat(elsewhere.path("barcode")).isNotEqualTo(first.path("barcode"));
                    assertThat(elsewhere.path("relations").findValuesAsString("resource"))
                            .isEmpty();
                })
                .as("deluxe, with more of them")
                .anySatisfy(editions -> {
                    JsonNode deluxe =
                            one(editions, row -> row.path("title").asString().matches(".*(Deluxe|Expanded).*"));
                    JsonNode plain = one(
                            editions, row -> !row.path("title").asString().matches(".*(Deluxe|Expanded|Remaster).*"));
                    assertThat(recordings(deluxe))
                            .containsAll(recordings(plain))
                            .hasSizeGreaterThan(recordings(plain).size());
                });
        assertThat(groups.values().stream()
                        .flatMap(List::stream)
                        .map(row -> row.at("/release-group/title").asString()))
                .as("named like the first of them")
                .noneMatch(title -> title.matches(".*(Deluxe|Expanded|Remaster).*"));
        groups.values()
                .forEach(editions -> assertThat(editions.getFirst()
                                .at("/release-group/first-release-date")
                                .asString())
                        .isEqualTo(editions.stream()
                                .map(row -> row.path("date").asString())
                                .sorted()
                                .findFirst()
                                .orElseThrow()));
    }

    @Test
    void an_edition_is_found_by_its_id_too() {
        JsonNode elsewhere = one(
                releases("&status=official"),
                row -> row.path("country").asString().equals("JP"));

        JsonNode alone = get("/release/" + elsewhere.path("id").asString() + "?inc=recordings+release-groups");

        assertThat(alone.path("title")).isEqualTo(elsewhere.path("title"));
        assertThat(recordings(alone)).isEqualTo(recordings(elsewhere));
    }

    @Test
    void what_came_out_nowhere_known_has_neither_date_nor_country() {
        assertThat(one(releases("&status=bootleg"), row -> true).propertyNames())
                .doesNotContain("date", "country", "release-events");
    }

    @Test
    void releases_and_groups_are_told_apart_by_type() {
        assertThat(releases("&type=album"))
                .noneMatch(
                        row -> row.at("/release-group/primary-type").asString().equals("Single"));
        assertThat(releases("&type=compilation"))
                .isNotEmpty()
                .allMatch(row ->
                        row.at("/release-group/secondary-types/0").asString().equals("Compilation"));
        JsonNode singles = get("/release-group?artist=" + mbid() + "&type=single%7Cep&inc=artist-credits");
        assertThat(singles.path("release-group-count").asInt())
                .isPositive()
                .isEqualTo(singles.path("release-groups").size())
                .isLessThan(get("/release-group?artist=" + mbid())
                        .path("release-group-count")
                        .asInt());
        assertThat(singles.at("/release-groups/0/artist-credit/0/artist/id").asString())
                .isEqualTo(mbid());
    }

    private List<JsonNode> releases(String filter) {
        return catalogue.acts().stream()
                .map(act -> act.who().ids().mbid())
                .filter(Objects::nonNull)
                .map(mbid ->
                        get("/release?artist=" + mbid + "&limit=100&inc=release-groups+recordings+url-rels" + filter))
                .flatMap(page -> page.path("releases").valueStream())
                .toList();
    }

    private static JsonNode one(List<JsonNode> rows, Predicate<JsonNode> which) {
        return rows.stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new AssertionError("none among " + rows.size()));
    }

    private static List<String> recordings(JsonNode release) {
        return release.at("/media/0/tracks")
                .valueStream()
                .map(track -> track.at("/recording/id").asString())
                .toList();
    }

    private JsonNode get(String path) {
        return caller.musicBrainz(path).json();
    }

    private String mbid() {
        return Objects.requireNonNull(example().who().ids().mbid());
    }
}
