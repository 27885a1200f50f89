package dev.producerdiscovery.dumpimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.provider.musicbrainz.MbArtist;
import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzJson;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run takes from the dumps in the place of calls, and that it says the same. */
class CatalogueOfDumpsTest extends NothingImported {

    private static final String ARTIST = InventedReleases.id("artist", 1);
    private static final String NAMESAKE = InventedReleases.id("artist", 2);

    private static final String BY_NAME = """
            select e.id, e.content
            from musicbrainz_dumps d
            join musicbrainz_dump_keys k on k.dump_id = d.id
            join musicbrainz_dump_entries e on e.dump_id = d.id and e.id = k.target_id
            where d.kind = 'artist'
                and d.state = 'in use'
                and k.kind = 'name'
                and k.value = left(cast(? as text), 100)
            order by e.id
            """;

    private static final String BY_NAME_IN_CREDITS = """
            select k.target_id as id, c.credit -> 'artist' as content
            from musicbrainz_dumps d
            join musicbrainz_dump_keys k on k.dump_id = d.id
            join musicbrainz_dump_entries e on e.dump_id = d.id and e.id = k.release_id
            cross join lateral (
                select x as credit
                from jsonb_array_elements(e.content -> 'artist-credit') as x
                where x -> 'artist' ->> 'id' = k.target_id::text
                limit 1
            ) as c
            where d.kind = 'release'
                and d.state = 'in use'
                and k.kind = 'name'
                and k.value = left(cast(? as text), 100)
            order by k.target_id
            """;

    private static final String RELEASES = """
            select e.id, e.content
            from musicbrainz_dumps d
            join musicbrainz_dump_keys k on k.dump_id = d.id
            join musicbrainz_dump_entries e on e.dump_id = d.id and e.id = k.release_id
            where d.kind = 'release'
                and d.state = 'in use'
                and k.kind = 'artist'
                and k.value = ?
            order by e.content ->> 'date' nulls last, e.id
            """;

    @Test
    void an_artist_is_found_by_name_and_alias_with_what_the_look_up_says() {
        run(Archive.of(
                        "artist",
                        artist(ARTIST, "Hollow Lake", "Norwegian duo") + "\n" + artist(NAMESAKE, "HOLLOW LÁKE", ""))
                .tar());

        assertThat(found(BY_NAME, Folding.key("Hollow Lake")).map(MusicBrainzJson::artist))
                .containsExactlyInAnyOrder(
                        looked(ARTIST, "Hollow Lake", "Norwegian duo"), looked(NAMESAKE, "HOLLOW LÁKE", ""));
        assertThat(found(BY_NAME, Folding.key("h. lake"))).hasSize(2);
    }

    @Test
    void without_a_dump_of_artists_they_are_known_by_the_credits_of_their_releases() {
        run(Archive.of("release", release("r1", "2031", "Official") + "\n" + release("r2", "2030-05-01", "Official"))
                .tar());

        MbArtist known = found(BY_NAME_IN_CREDITS, Folding.key("The Lake"))
                .map(MusicBrainzJson::artist)
                .toList()
                .getFirst();

        assertThat(known)
                .extracting(MbArtist::id, MbArtist::name, MbArtist::disambiguation, MbArtist::type)
                .containsExactly(ARTIST, "Hollow Lake", "Norwegian duo", "Group");
        assertThat(found(BY_NAME_IN_CREDITS, Folding.key("hollow lake"))).hasSize(1);
    }

    @Test
    void an_artists_official_releases_are_found_the_oldest_first_and_say_what_a_page_says() {
        List<String> lines = List.of(
                release("r1", "2031", "Official"),
                release("r2", "2030-05-01", "Official"),
                release("r3", "2029", "Bootleg"));
        run(Archive.of("release", String.join("\n", lines)).tar());

        assertThat(found(RELEASES, ARTIST).map(MusicBrainzJson::release))
                .containsExactly(page(lines.get(1)), page(lines.getFirst()));
    }

    private static Stream<JsonNode> found(String query, String value) {
        return IMPORTER.asWorker(query, value, (row, number) -> {
            ObjectNode content = (ObjectNode) JsonMapper.shared().readTree(row.getString("content"));
            return (JsonNode) content.put("id", row.getString("id"));
        });
    }

    private static MbRelease page(String line) {
        return MusicBrainzJson.release(JsonMapper.shared().readTree(line));
    }

    private static MbArtist looked(String id, String name, String disambiguation) {
        return MusicBrainzJson.artist(JsonMapper.shared().readTree(artist(id, name, disambiguation)));
    }

    private static String artist(String id, String name, String disambiguation) {
        return """
                {"id": "%s", "name": "%s", "sort-name": "Lake, Hollow", "disambiguation": "%s", "type": "Group", "country": "NO",\
                 "life-span": {"begin": "1999", "end": null}, "aliases": [{"name": "H. Lake"}],\
                 "relations": [{"type": "free streaming", "type-id": "769085a1", "ended": false, "attributes": [],\
                 "attribute-values": {}, "target-credit": "", "target-type": "url", "url": {"resource": "https://open.spotify.com/artist/1AAAAAAAAAAAAAAAAAAAAA"}}]}""".formatted(id, name, disambiguation);
    }

    /** With a guest on its second track, whose recording has a title, length and version of its own. */
    private static String release(String name, String date, String status) {
        return """
                {"id": "%s", "title": "Tides", "disambiguation": "deluxe", "status": "%s", "date": "%s", "country": "XW",\
                 "barcode": "0765432109876", "cover-art-archive": {"front": true, "back": false},\
                 "release-group": {"id": "%s", "title": "Tides", "primary-type": "Album", "secondary-types": ["Live"],\
                 "first-release-date": "2029"},\
                 "artist-credit": [{"name": "The Lake", "joinphrase": "", "artist": %s}],\
                 "relations": [{"type": "free streaming", "type-id": "08445ccf", "url": {"resource": "https://open.spotify.com/album/1AAAAAAAAAAAAAAAAAAAAA"}}],\
                 "media": [{"position": 1, "tracks": [%s, %s, %s]}]}""".formatted(
                        InventedReleases.id(name, 1),
                        status,
                        date,
                        InventedReleases.id("group", 1),
                        "{\"id\": \"%s\", \"name\": \"Hollow Lake\", \"sort-name\": \"Lake, Hollow\", \"disambiguation\": \"Norwegian duo\", \"type\": \"Group\"}"
                                .formatted(ARTIST),
                        track(1, "Ebb", "200000", "Ebb", "200000", null),
                        track(2, "Flow", "null", "Flow (feat. Ada)", "180000", "Ada Krol"),
                        track(3, "Slack", "90000", "Slack", "null", "Ada Krol"));
    }

    private static String track(
            int place,
            String title,
            String length,
            String recordingTitle,
            String recordingLength,
            @Nullable String guest) {
        String with = guest == null
                ? ""
                : ",{\"name\": \"%s\", \"joinphrase\": \"\", \"artist\": {\"id\": \"%s\", \"name\": \"%s\"}}"
                        .formatted(guest, NAMESAKE, guest);
        return """
                {"position": %d, "title": "%s", "length": %s, "recording": {"id": "%s", "title": "%s", "length": %s,\
                 "disambiguation": "live, 2030-02-01: Tarn Hall", "video": %s, "isrcs": ["XXA310000%03d"],\
                 "artist-credit": [{"name": "Hollow Lake", "joinphrase": "%s", "artist": {"id": "%s", "name": "Hollow Lake"}}%s],\
                 "relations": [{"type": "producer", "type-id": "5c0ceac3", "attributes": ["co"], "target-credit": "A. K.", "artist": {"id": "p1", "name": "Ada Krol"}},\
                 {"type": "free streaming", "type-id": "7e41ef12", "url": {"resource": "https://open.spotify.com/track/2AAAAAAAAAAAAAAAAAAAAA"}}]}}""".formatted(
                        place,
                        title,
                        length,
                        InventedReleases.id("recording", place),
                        recordingTitle,
                        recordingLength,
                        place == 2,
                        place,
                        guest == null ? "" : " feat. ",
                        ARTIST,
                        with);
    }
}
