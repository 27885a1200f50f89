package dev.producerdiscovery.dumpimport.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.dumpimport.InventedReleases;
import dev.producerdiscovery.dumpimport.file.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReleaseReaderTest {

    private static final String RELEASE = InventedReleases.id("release", 1);
    private static final String RECORDING = InventedReleases.id("recording", 1);
    private static final String WORK = InventedReleases.id("work", 1);

    private static final String ARTIST = InventedReleases.id("artist", 1);
    private static final String VARIOUS_ARTISTS = "89ad4ac3-39f7-470e-963a-56509c546377";

    private static final String ON_SPOTIFY = """
            {"target-type": "url", "type": "free streaming", "ended": %s,
             "url": {"resource": "https://open.spotify.com/album/1AAAAAAAAAAAAAAAAAAAAA"}}""";

    @Test
    void of_people_those_are_kept_who_made_the_recording() {
        Entry entry = read(release("", track(person("producer", "p1"), person("vocal", "p2"), person("mix", "p3"))))
                .orElseThrow();

        assertThat(content(entry).findValuesAsString("name")).containsExactly("Name p1", "Name p3");
    }

    @Test
    void an_entry_that_stands_for_nobody_is_none_of_the_people() {
        Entry entry = read(release(
                        "",
                        track(person("producer", "p1"), person("producer", "125ec42a-7229-4250-afc5-e057484327fe"))))
                .orElseThrow();

        assertThat(content(entry).findValuesAsString("name")).containsExactly("Name p1");
    }

    @Test
    void of_a_relation_what_nobody_reads_is_left_out() {
        String producer = """
                {"type": "producer", "type-id": "5c0c", "target-type": "artist", "direction": "backward",
                 "attributes": ["co", "task"], "attribute-values": {"task": "vocal"}, "attribute-ids": {"co": "x"},
                 "begin": "2030", "ended": false, "target-credit": "A. K.", "source-credit": "",
                 "artist": {"id": "p1", "name": "Ada Krol", "sort-name": "Krol, Ada", "tags": [{"name": "x"}]}}""";

        JsonNode kept =
                content(read(release("", track(producer))).orElseThrow()).at("/media/0/tracks/0/recording/relations/0");

        assertThat(kept).isEqualTo(JsonMapper.shared().readTree("""
                {"type": "producer", "type-id": "5c0c", "attributes": ["co", "task"],
                 "attribute-values": {"task": "vocal"}, "target-credit": "A. K.",
                 "artist": {"id": "p1", "name": "Ada Krol"}}"""));
    }

    @Test
    void a_release_is_found_by_spotify_barcode_and_the_isrcs_of_recordings_that_name_somebody() {
        Entry entry = read(release(ON_SPOTIFY.formatted(false), track(person("producer", "p1"))))
                .orElseThrow();

        assertThat(entry.keys())
                .containsExactlyInAnyOrder(
                        new Key("spotify", "1AAAAAAAAAAAAAAAAAAAAA", RELEASE),
                        new Key("barcode", "765432109876", RELEASE),
                        new Key("isrc", "XXTF03100001", RECORDING));
    }

    @Test
    void a_recording_without_people_but_with_a_work_may_name_its_writers() {
        Entry entry = read(release("", track("""
                {"type": "performance", "target-type": "work", "work": {"id": "%s", "title": "Undertow"}}""".formatted(WORK)))).orElseThrow();

        assertThat(content(entry).findValuesAsString("id")).containsExactlyInAnyOrder(WORK, RECORDING);
    }

    @Test
    void a_release_that_names_nobody_is_kept_only_when_it_is_on_spotify() {
        assertThat(read(release("", track()))).isEmpty();
        assertThat(read(release(ON_SPOTIFY.formatted(true), track()))).isEmpty();

        assertThat(read(release(ON_SPOTIFY.formatted(false), track()))
                        .orElseThrow()
                        .keys())
                .extracting(Key::kind)
                .containsExactly("spotify");
    }

    @Test
    void an_official_release_that_names_nobody_belongs_to_its_artists() {
        Entry entry = read(by("Official", "Hollow Lake", "The Lake")).orElseThrow();

        assertThat(entry.keys())
                .containsExactlyInAnyOrder(
                        new Key("artist", ARTIST, RELEASE),
                        new Key("name", "hollow lake", ARTIST),
                        new Key("name", "the lake", ARTIST));
    }

    @Test
    void a_bootleg_and_what_is_by_nobody_in_particular_is_no_artists_release() {
        assertThat(read(by("Bootleg", "Hollow Lake", "Hollow Lake"))).isEmpty();
        assertThat(read(by("Official", "Hollow Lake", "Hollow Lake").replace(ARTIST, VARIOUS_ARTISTS)))
                .isEmpty();
    }

    @Test
    void a_name_needs_quoting() {
        Entry entry = read(by("Official", "Hollow \\\"Lake\\\"", "A\\\\B")).orElseThrow();

        assertThat(JsonMapper.shared().readTree(entry.json()).path("keys").findValuesAsString("value"))
                .contains(ARTIST);
    }

    private static String by(String status, String name, String printed) {
        return release("", track()).replaceFirst("\\{", """
                {"status": "%s", "artist-credit": [{"name": "%s", "joinphrase": "", "artist":
                 {"id": "%s", "name": "%s", "aliases": []}}],""".formatted(status, printed, ARTIST, name)
                .replace("\\", "\\\\"));
    }

    @Test
    void people_of_the_release_as_a_whole_are_kept_with_it() {
        Entry entry = read(release(person("producer", "p1"), track())).orElseThrow();

        assertThat(content(entry).at("/relations/0/artist/name").asString("")).isEqualTo("Name p1");
    }

    @Test
    void characters_that_no_database_holds_are_taken_out() {
        Entry entry =
                read(release("", track(person("producer", "p1\\u0000\\ud800")))).orElseThrow();

        assertThat(entry.content()).doesNotContain("\\u0000", "\u0000").contains("Name p1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "7",
                "",
                "{}",
                "{\"id\": 7, \"media\": []}",
                "{\"id\": \"x\", \"media\": []}",
                "{\"id\": \"5f0c2f4e-0000-4000-8000-00000000dead\"}",
                "{\"id\": \"5f0c2f4e-0000-4000-8000-00000000dead\", \"media\": null}",
                "{\"id\": \"5f0c2f4e-0000-4000-8000-00000000dead\", \"media\": []} {}"
            })
    void what_is_no_release_is_a_broken_line(String line) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(BrokenLineException.class);
    }

    @Test
    void a_line_that_breaks_off_anywhere_is_broken() {
        String line = release(ON_SPOTIFY.formatted(false), track(person("producer", "p1")));
        for (int length = 1; length < line.length(); length++) {
            String part = line.substring(0, length);
            assertThatThrownBy(() -> read(part))
                    .as(part)
                    .isInstanceOfAny(JacksonException.class, BrokenLineException.class);
        }
    }

    @Test
    void odd_values_in_odd_places_break_nothing() {
        String good = release(ON_SPOTIFY.formatted(false), track(person("producer", "p1")));
        for (String odd :
                List.of("null", "7", "-1.5", "true", "\"text\"", "[]", "[null]", "[7, {}]", "{}", "{\"id\": {}}")) {
            for (String field : List.of(
                    "relations",
                    "tracks",
                    "recording",
                    "isrcs",
                    "length",
                    "position",
                    "attributes",
                    "attribute-values",
                    "artist",
                    "url",
                    "title",
                    "barcode",
                    "status",
                    "date",
                    "artist-credit",
                    "release-group",
                    "cover-art-archive",
                    "disambiguation",
                    "video",
                    "type",
                    "target-credit")) {
                assertThat(read(good.replaceAll("\"" + field + "\": [^\\[{,}]+", "\"" + field + "\": " + odd)))
                        .as("%s = %s", field, odd)
                        .isPresent();
                read("{\"id\": \"%s\", \"media\": [{\"%s\": %s, \"tracks\": [{\"%s\": %s}]}], \"%s\": %s}"
                        .formatted(RELEASE, field, odd, field, odd, field, odd));
            }
        }
    }

    private static String release(String relations, String track) {
        return """
                {"barcode": "0765432109876", "title": "Low Tide", "media": [{"tracks": [%s], "position": 1}],
                 "relations": [%s], "id": "%s"}""".formatted(track, relations, RELEASE).replace("\n", "");
    }

    private static String track(String... relations) {
        return """
                {"position": 1, "title": "Undertow", "length": null, "number": "1",
                 "recording": {"title": "Undertow", "length": 200000, "isrcs": ["XXTF03100001"],
                  "relations": [%s], "id": "%s"}}""".formatted(String.join(",", relations), RECORDING);
    }

    private static String person(String type, String id) {
        return """
                {"type": "%s", "target-type": "artist", "attributes": [], "attribute-values": {}, "target-credit": "",
                 "artist": {"id": "%s", "name": "Name %s"}}""".formatted(type, id, id);
    }

    private static JsonNode content(Entry entry) {
        return JsonMapper.shared().readTree(entry.content());
    }

    private static Optional<Entry> read(String line) {
        return EntryReader.of(Kind.RELEASE).read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
    }
}
