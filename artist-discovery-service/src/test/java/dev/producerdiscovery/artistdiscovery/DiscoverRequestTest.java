package dev.producerdiscovery.artistdiscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.web.InvalidField;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoverRequestTest {

    private static final String ID = "4aUv3Gz0yXr8Kq1LmN5tPd";

    @Test
    void a_name_is_enough() {
        assertThat(one("Nova Quill", null).asked()).containsExactly(new ArtistQuery("Nova Quill", null, null));
    }

    @Test
    void blanks_around_a_name_do_not_matter() {
        assertThat(one("  Nova Quill ", null).asked()).containsExactly(new ArtistQuery("Nova Quill", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID,
                "spotify:artist:" + ID,
                "https://open.spotify.com/artist/" + ID,
                "https://open.spotify.com/intl-de/artist/" + ID + "?si=abc"
            })
    void an_id_may_be_given_in_any_form(String form) {
        assertThat(one(null, form).asked()).containsExactly(new ArtistQuery(null, ID, null));
    }

    @Test
    void a_request_for_nobody_names_the_field_that_is_missing() {
        refused(null, null, "artistName", "artistName is required when artistId is not given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t ", "\u00a0", "\u200b\ufeff"})
    void a_name_of_which_nothing_can_be_seen_is_refused(String name) {
        refused(name, null, "artistName", "artistName must not be blank");
    }

    @Test
    void a_name_of_200_characters_is_accepted_and_a_longer_one_refused() {
        assertThat(one("x".repeat(200), null).asked()).hasSize(1);
        refused("x".repeat(201), null, "artistName", "artistName must be at most 200 characters long, but has 201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nova\u0000Quill", "Nova\nQuill", "Nova\u0085Quill", "Nova\ud800Quill"})
    void a_name_with_control_characters_is_refused(String name) {
        refused(name, null, "artistName", "artistName must not contain control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nova Quill", "spotify:album:" + ID, "https://example.com/artist/" + ID, ID + "x"})
    void what_is_no_artist_at_spotify_is_refused_as_an_id(String id) {
        refused(null, id, "artistId", "artistId is not a Spotify artist id, URI or link, nor one of MusicBrainz");
    }

    @Test
    void several_artists_may_be_asked_for_at_once() {
        List<ArtistQuery> artists = List.of(new ArtistQuery("Nova Quill", null, null), new ArtistQuery(null, ID, null));

        assertThat(many(artists).asked()).isEqualTo(artists);
    }

    @Test
    void a_list_must_name_somebody_and_not_too_many() {
        refusedList(List.of(), "artists must name 1 to 100 artists, but names 0");
        refusedList(
                Collections.nCopies(101, new ArtistQuery("Nova Quill", null, null)),
                "artists must name 1 to 100 artists, but names 101");
        refusedList(Collections.singletonList(null), "artists must not contain null");
    }

    @Test
    void a_list_and_a_single_artist_exclude_each_other() {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> new DiscoverRequest(
                        "Nova Quill", null, null, null, List.of(new ArtistQuery("Ines Vale", null, null))))
                .withMessage("artists must not be given together with artistName or artistId");
    }

    private static DiscoverRequest one(@Nullable String name, @Nullable String id) {
        return new DiscoverRequest(name, id, null, null, null);
    }

    private static DiscoverRequest many(List<ArtistQuery> artists) {
        return new DiscoverRequest(null, null, null, null, artists);
    }

    private static void refused(@Nullable String name, @Nullable String id, String field, String message) {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> one(name, id))
                .withMessage(message)
                .extracting(InvalidField::field)
                .isEqualTo(field);
    }

    private static void refusedList(List<ArtistQuery> artists, String message) {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> many(artists))
                .withMessage(message);
    }
}
