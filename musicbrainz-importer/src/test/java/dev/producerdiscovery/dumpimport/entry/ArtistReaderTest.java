package dev.producerdiscovery.dumpimport.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.dumpimport.InventedReleases;
import dev.producerdiscovery.dumpimport.file.Kind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ArtistReaderTest {

    private static final String ARTIST = InventedReleases.id("artist", 1);

    @Test
    void names_years_and_pages_elsewhere_are_kept_in_musicbrainz_form() {
        Entry entry = read("""
                {"id": "%s", "name": "Hollow Lake", "sort-name": "Lake, Hollow", "disambiguation": "", "type": "Group",
                 "type-id": "x", "gender": null, "country": "NO", "area": {"name": "Norway"}, "tags": [{"name": "x"}],
                 "life-span": {"begin": "1999", "end": null, "ended": false},
                 "aliases": [{"name": "H. Lake", "locale": "en"}, {"name": null}, 7],
                 "relations": [
                  {"type": "member of band", "target-type": "artist", "artist": {"id": "p1", "name": "Ada Krol"}},
                  {"type": "free streaming", "type-id": "769085a1", "ended": false, "target-type": "url",
                   "url": {"id": "u1", "resource": "https://open.spotify.com/artist/1AAAAAAAAAAAAAAAAAAAAA"}},
                  {"type": "social network", "ended": true, "url": {"resource": "https://www.instagram.com/gone/"}}]}
                """).orElseThrow();

        assertThat(JsonMapper.shared().readTree(entry.content()))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"name": "Hollow Lake", "sort-name": "Lake, Hollow", "type": "Group", "country": "NO",
                 "life-span": {"begin": "1999"}, "aliases": [{"name": "H. Lake"}],
                 "relations": [{"type": "free streaming", "type-id": "769085a1",
                  "url": {"resource": "https://open.spotify.com/artist/1AAAAAAAAAAAAAAAAAAAAA"}}]}"""));
        assertThat(entry.keys())
                .containsExactly(new Key("name", "hollow lake", ARTIST), new Key("name", "h lake", ARTIST));
    }

    @Test
    void what_stands_for_nobody_is_no_artist() {
        assertThat(read("{\"id\": \"125ec42a-7229-4250-afc5-e057484327fe\", \"name\": \"[unknown]\"}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\": \"x\", \"name\": \"Ada\"}",
                "{\"id\": \"%s\"}",
                "{\"id\": \"%s\", \"name\": \" \"}"
            })
    void what_is_no_artist_is_a_broken_line(String line) {
        assertThatThrownBy(() -> read(line.replace("%s", ARTIST))).isInstanceOf(BrokenLineException.class);
    }

    private static Optional<Entry> read(String line) {
        return EntryReader.of(Kind.ARTIST)
                .read(new ByteArrayInputStream(line.replace("%s", ARTIST).getBytes(StandardCharsets.UTF_8)));
    }
}
