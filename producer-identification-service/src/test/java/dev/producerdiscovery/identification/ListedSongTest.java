package dev.producerdiscovery.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Songs of an artist whom MusicBrainz knows by the Spotify link. */
class ListedSongTest extends IdentificationStage {

    private static final String SPOTIFY_ARTIST = "7AAAAAAAAAAAAAAAAAAAAA";
    private static final String TIN_FOXES = "a1a1a1a1-0000-4000-8000-000000000001";

    private ArtistPagesStub pages = new ArtistPagesStub(providers, TIN_FOXES);

    @BeforeEach
    void linkTheArtist() {
        pages = new ArtistPagesStub(providers, TIN_FOXES);
        providers.artistLink(SPOTIFY_ARTIST, TIN_FOXES, ALBUM, "rel1");
        jdbc.sql("update artists set spotify_id = :id where id = :artist")
                .param("id", SPOTIFY_ARTIST)
                .param("artist", catalogue.artist())
                .update();
    }

    @Test
    void all_songs_of_an_artist_share_the_calls_for_its_recordings() {
        List<UUID> tracks = IntStream.rangeClosed(1, 101)
                .mapToObj(number -> track("Part " + number, number))
                .toList();
        pages.recordings(IntStream.rangeClosed(1, 101)
                .mapToObj(number -> ArtistPagesStub.recording("r" + number, "Part " + number, "m1=Ada Krol"))
                .toList());

        tracks.forEach(this::identify);

        assertThat(texts("select count(distinct track_id) from track_producers"))
                .containsExactly("101");
        assertThat(providers.asked()).containsExactly("/mb/url", "/mb/recording", "/mb/release", "/mb/recording");
    }

    @Test
    void a_song_that_is_not_among_them_costs_no_call_for_its_release_or_code() {
        UUID song = catalogue.song("harbour lights");
        UUID track = catalogue.track(song, album, "Harbour Lights", 1, "XXTF01010001");
        pages.recordings(List.of(ArtistPagesStub.recording("r2", "Slow Train", "m1=Ada Krol")));
        providers.geniusPage(77, "Harbour Lights", "The Tin Foxes", null, "9=Lev Marsh");

        identify(track);

        assertThat(credits()).containsExactly("Lev Marsh: producer by genius");
        assertThat(providers.asked())
                .containsExactly("/mb/url", "/mb/recording", "/mb/release", "/genius/search", "/genius/songs/77");
    }

    @Test
    void what_is_said_of_a_whole_release_counts_for_its_songs() {
        UUID track = track("Harbour Lights", 1);
        providers.release(ALBUM, "rel1");
        providers.artistLink(SPOTIFY_ARTIST, TIN_FOXES, ALBUM, "rel1");
        pages.recordings(List.of(ArtistPagesStub.recording("r1", "Harbour Lights")));
        pages.release("rel1", "m2=Lev Marsh");

        identify(track);

        assertThat(credits()).containsExactly("Lev Marsh: producer by musicbrainz");
        assertThat(providers.asked()).doesNotContain("/mb/release/rel1");
    }

    @Test
    void a_song_that_is_not_the_artists_is_looked_for_on_its_release() {
        UUID track = track("Harbour Lights", 1);
        jdbc.sql("update tracks set metadata = jsonb_set(metadata, '{artists}', '[{\"name\": \"Mara Quist\"}]')")
                .update();
        pages.recordings(List.of());
        providers.release(ALBUM, "rel1", Providers.recording("r1", "Harbour Lights", "m1=Ada Krol"));
        providers.artistLink(SPOTIFY_ARTIST, TIN_FOXES, ALBUM, "rel1");

        identify(track);

        assertThat(credits()).containsExactly("Ada Krol: producer by musicbrainz");
        assertThat(providers.asked()).endsWith("/mb/release/rel1");
    }

    @Test
    void an_artist_without_a_link_is_known_by_the_name_on_an_albums_release() {
        jdbc.sql("update artists set spotify_id = null").update();
        UUID track = track("Harbour Lights", 1);
        UUID elsewhere = catalogue.track(
                catalogue.song("slow train"),
                catalogue.album("Unknown", "2BBBBBBBBBBBBBBBBBBBBB"),
                "Slow Train",
                1,
                null);
        providers.release(ALBUM, "rel1", ArtistPagesStub.onRelease(TIN_FOXES, "r1", "Harbour Lights", "m1=Ada Krol"));
        pages.recordings(List.of(
                ArtistPagesStub.recording("r1", "Harbour Lights", "m1=Ada Krol"),
                ArtistPagesStub.recording("r2", "Slow Train", "m1=Ada Krol")));

        identify(elsewhere);
        identify(track);

        assertThat(texts("select count(distinct track_id) from track_producers"))
                .containsExactly("2");
        assertThat(providers.asked()).containsExactly("/mb/url", "/mb/release/rel1", "/mb/recording", "/mb/release");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void which_song_is_asked_about_first_does_not_matter(boolean linked) {
        assertThat(evidenceAfter(List.of(0, 1, 2), linked)).isEqualTo(evidenceAfter(List.of(2, 1, 0), linked));
    }

    /** Of three songs one is on an album that MusicBrainz maps, one is not, and one it does not have. */
    private List<String> evidenceAfter(List<Integer> order, boolean linked) {
        providers.knowNothing();
        Catalogue tinFoxes = Catalogue.emptied(DATABASE.owner(), "The Tin Foxes");
        jdbc.sql("update artists set spotify_id = :id")
                .param("id", SPOTIFY_ARTIST)
                .update();
        if (linked) {
            providers.artistLink(SPOTIFY_ARTIST, TIN_FOXES, ALBUM, "rel1");
        }
        providers.release(ALBUM, "rel1", ArtistPagesStub.onRelease(TIN_FOXES, "r1", "Harbour Lights", "m1=Ada Krol"));
        pages.recordings(List.of(
                ArtistPagesStub.recording("r1", "Harbour Lights", "m1=Ada Krol"),
                ArtistPagesStub.recording("r2", "Slow Train", "m2=Lev Marsh")));
        UUID mapped = tinFoxes.album("First Light", ALBUM);
        UUID unmapped = tinFoxes.album("Second Wind", "2BBBBBBBBBBBBBBBBBBBBB");
        List<UUID> tracks = List.of(
                tinFoxes.track(tinFoxes.song("harbour lights"), mapped, "Harbour Lights", 1, null),
                tinFoxes.track(tinFoxes.song("slow train"), unmapped, "Slow Train", 1, null),
                tinFoxes.track(tinFoxes.song("low tide"), unmapped, "Low Tide", 2, null));
        order.forEach(number -> identify(tracks.get(number)));
        return texts("""
                select concat_ws(' | ', n.normalized_name, e.source, e.outcome, e.raw_name, e.match_kind)
                from credit_evidence e
                join normalized_tracks n on n.id = e.song_id
                order by 1
                """);
    }

    @Test
    void an_entry_that_stands_for_nobody_made_nothing() {
        UUID track = track("Harbour Lights", 1);
        pages.recordings(List.of(ArtistPagesStub.recording(
                "r1", "Harbour Lights", "125ec42a-7229-4250-afc5-e057484327fe=[unknown]", "m1=Ada Krol")));

        identify(track);

        assertThat(credits()).containsExactly("Ada Krol: producer by musicbrainz");
    }

    @Test
    void a_refresh_reads_the_recordings_anew() {
        UUID track = track("Harbour Lights", 1);
        pages.recordings(List.of(ArtistPagesStub.recording("r1", "Harbour Lights", "m1=Ada Krol")));
        identify(track);
        pages.recordings(List.of(ArtistPagesStub.recording("r1", "Harbour Lights", "m2=Lev Marsh")));

        runner.run(worker, "{\"trackId\": \"%s\", \"refresh\": true}".formatted(track));

        assertThat(credits()).containsExactly("Lev Marsh: producer by musicbrainz");
    }

    @Test
    void too_many_recordings_are_left_for_the_newest_official_releases() {
        UUID track = track("Harbour Lights", 1);
        pages.tooManyRecordings(5_000);
        pages.wholeRelease("rel9", ArtistPagesStub.onRelease(TIN_FOXES, "r1", "Harbour Lights", "m1=Ada Krol"));

        identify(track);

        assertThat(credits()).containsExactly("Ada Krol: producer by musicbrainz");
        assertThat(texts("select left_out from source_artists")).containsExactly("4999");
        assertThat(providers.asked()).containsExactly("/mb/url", "/mb/recording", "/mb/release", "/mb/release");
    }

    @Test
    void a_concert_on_an_official_release_is_not_the_song() {
        UUID track = track("Harbour Lights", 1);
        pages.tooManyRecordings(5_000);
        pages.wholeRelease(
                "rel9",
                ArtistPagesStub.onRelease(TIN_FOXES, "r1", "Harbour Lights", "m1=Ada Krol")
                        .replace("\"disambiguation\": \"\"", "\"disambiguation\": \"live, 2019-05-04: Tarn Hall\""));

        identify(track);

        assertThat(credits()).isEmpty();
    }

    @Test
    void of_the_newest_official_releases_no_more_are_read_than_fit_into_the_memory() {
        UUID track = track("Harbour Lights", 1);
        pages.tooManyRecordings(10_000);
        pages.wholeReleases(350, 25, 600);

        identify(track);

        assertThat(texts("select jsonb_array_length(recordings) from source_artists"))
                .containsExactly("5400");
    }

    @Test
    void songs_of_an_artist_who_has_no_recordings_any_more_are_looked_for_on_their_releases() {
        UUID track = track("Harbour Lights", 1);
        providers.release(ALBUM, "rel1", Providers.recording("r1", "Harbour Lights", "m1=Ada Krol"));
        providers.artistLink(SPOTIFY_ARTIST, TIN_FOXES, ALBUM, "rel1");

        identify(track);

        assertThat(credits()).containsExactly("Ada Krol: producer by musicbrainz");
    }

    @Test
    void a_list_that_breaks_off_does_not_tell_what_is_not_there() {
        UUID track = track("Harbour Lights", 1);
        providers.page(
                "recording", TIN_FOXES, 0, 150, List.of(ArtistPagesStub.recording("r2", "Slow Train", "m2=Lev Marsh")));
        providers.page("recording", TIN_FOXES, 1, 150, List.of());
        providers.release(ALBUM, "rel1", Providers.recording("r1", "Harbour Lights", "m1=Ada Krol"));
        providers.artistLink(SPOTIFY_ARTIST, TIN_FOXES, ALBUM, "rel1");

        identify(track);

        assertThat(credits()).containsExactly("Ada Krol: producer by musicbrainz");
        assertThat(texts("select left_out from source_artists")).containsExactly("149");
    }

    @Test
    void a_list_of_tiny_pages_is_not_read_to_its_end() {
        UUID track = track("Harbour Lights", 1);
        for (int offset = 0; offset < 30; offset++) {
            String one = ArtistPagesStub.recording("r" + offset, "Part " + offset, "m2=Lev Marsh");
            providers.page("recording", TIN_FOXES, offset, 30, List.of(one));
        }

        identify(track);

        assertThat(texts("select left_out from source_artists")).containsExactly("10");
    }
}
