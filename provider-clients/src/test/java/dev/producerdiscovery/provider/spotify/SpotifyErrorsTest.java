package dev.producerdiscovery.provider.spotify;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static dev.producerdiscovery.provider.support.FakeProvider.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.provider.support.TestBudget.Park;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpotifyErrorsTest extends ClientOfSpotify {

    @Test
    void an_error_inside_a_good_answer_is_an_error() {
        provider.answer("/v1/artists/a1", "{'error': {'status': 404, 'message': 'Non existing id'}}");
        provider.answer("/v1/artists/a2", "{'error': {'status': 400, 'message': 'Bad request'}}");

        assertThat(client.artist("a1")).isEmpty();
        assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> client.artist("a2"));
    }

    @Test
    void an_error_inside_a_good_answer_is_told_as_what_it_is() {
        provider.answer("/v1/albums/b1", "{'error': {'description': 'odd things'}}");
        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> client.album("b1"))
                .withMessageContaining("answered 200, an error: odd things");

        provider.answer("/v1/albums/b2", "{'error': {'type': 'not_found', 'description': 'no such album'}}");
        assertThat(client.album("b2")).isEmpty();
        provider.answer("/v1/albums/b3", "{'error': {'status': 404, 'message': 'Resource not found'}}");
        assertThat(client.album("b3")).isEmpty();
    }

    @Test
    void a_spent_quota_parks_its_endpoint_only() {
        provider.answer(
                ALBUMS,
                json(429, "{'error': {'status': 429, 'message': 'Too many requests', 'reason': 'QUOTA_EXCEEDED'}}")
                        .withHeader("Retry-After", "83316"));
        provider.answer("/v1/artists/a1", SHORT_ARTIST);

        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(() -> albums(0));
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(() -> albums(10));

        assertThat(client.artist("a1")).isPresent();
        assertThat(provider.requests(ALBUMS)).hasSize(1);
        assertThat(provider.budget().parks())
                .containsExactly(new Park(
                        "spotify",
                        "artist-albums",
                        provider.clock().instant().plus(Duration.ofSeconds(83_316)),
                        "the day's quota is spent",
                        false));
    }

    @Test
    void a_lapsed_subscription_parks_spotify_and_says_what_to_do() {
        provider.answer("/v1/artists/a1", text(403, "Active premium subscription required for the owner of the app."));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.artist("a1"))
                .withMessageContaining("Active premium subscription required");
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(() -> client.artist("a2"));
        assertThat(provider.requests("/v1/artists/a2")).isEmpty();
    }

    @Test
    void an_endpoint_that_every_app_may_use_but_ours_is_an_account_problem() {
        provider.answer(ALBUMS, json(403, "{'error': {'status': 403, 'message': 'Forbidden'}}"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> albums(0))
                .withMessageContaining("account problem")
                .withMessageContaining("Forbidden");
    }
}
