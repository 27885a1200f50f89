package dev.producerdiscovery.identification;

import static dev.producerdiscovery.identification.Providers.recording;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.Sent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom a song is credited to, and what has to be asked for that. */
class IdentifiedSongTest extends IdentificationStage {

    @Test
    void the_producers_of_a_release_are_credited_and_sent_to_enrichment() {
        UUID track = track("Harbour Lights", 1);
        providers.release(ALBUM, "rel1", recording("r1", "Harbour Lights", "m1=Ada Krol", "m2=Lev Marsh"));

        Handled handled = identify(track);

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(credits())
                .containsExactly("Ada Krol: producer by musicbrainz", "Lev Marsh: producer by musicbrainz");
        assertThat(handled.sentTo("social_enrichment"))
                .extracting(message -> message.body().get("producerName").asString())
                .containsExactlyInAnyOrder("Ada Krol", "Lev Marsh");
        assertThat(providers.asked()).containsExactly("/mb/url", "/mb/release/rel1");
    }

    @Test
    void the_second_song_of_an_album_costs_no_call() {
        UUID first = track("Harbour Lights", 1);
        UUID second = track("Slow Train", 2);
        providers.release(
                ALBUM,
                "rel1",
                recording("r1", "Harbour Lights", "m1=Ada Krol"),
                recording("r2", "Slow Train", "m1=Ada Krol"));
        identify(first);
        int calls = providers.asked().size();

        Handled handled = identify(second);

        assertThat(providers.asked()).hasSize(calls);
        assertThat(texts("select track_id from track_producers")).hasSize(2);
        assertThat(handled.sent()).isEmpty();
    }

    @Test
    void songs_of_one_album_that_are_identified_at_once_share_its_calls() throws Exception {
        List<UUID> tracks = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> track("Part " + number, number))
                .toList();
        providers.release(
                ALBUM,
                "rel1",
                IntStream.rangeClosed(1, 8)
                        .mapToObj(number -> recording("r" + number, "Part " + number, "m1=Ada Krol"))
                        .toArray(String[]::new));
        Delivery delivery = new Delivery(
                worker.queue(), 1, 1, 0, Instant.parse("2031-03-01T12:00:00Z"), Optional.empty(), Optional.empty());

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> songs = tracks.stream()
                    .map(track -> (Callable<Outcome>) () -> worker.handle(new SongMessage(track, null), delivery))
                    .toList();
            for (Future<Outcome> outcome : executor.invokeAll(songs)) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Done.class);
            }
        }

        assertThat(providers.asked()).containsExactly("/mb/url", "/mb/release/rel1");
    }

    @Test
    void a_song_that_musicbrainz_does_not_know_is_looked_up_at_genius() {
        UUID track = track("Harbour Lights (feat. Mara Quist) - 2011 Remaster", 1);
        providers.geniusPage(77, "Harbour Lights", "The Tin Foxes", null, "9=Ada Krol");

        identify(track);

        assertThat(providers.asked()).containsExactly("/mb/url", "/genius/search", "/genius/songs/77");
        assertThat(credits()).containsExactly("Ada Krol: producer by genius");
        providers.requireQuery("Harbour Lights The Tin Foxes");
    }

    @Test
    void the_isrc_is_the_last_resort() {
        UUID song = catalogue.song("harbour lights");
        UUID track = catalogue.track(song, album, "Harbour Lights", 1, "XXTF01500001");
        providers.isrc("XXTF01500001", "r1", "Harbour Lights", "m1=Ada Krol");

        identify(track);

        assertThat(credits()).containsExactly("Ada Krol: producer by musicbrainz");
        assertThat(providers.asked()).containsExactly("/mb/url", "/genius/search", "/mb/isrc/XXTF01500001");
    }

    @Test
    void one_isrc_of_a_song_is_asked_for() {
        UUID song = catalogue.song("harbour lights");
        UUID track = catalogue.track(song, album, "Harbour Lights", 1, "XXTF01500001");
        catalogue.track(song, album, "Harbour Lights", 2, "XXTF01500002");

        identify(track);

        assertThat(providers.asked())
                .filteredOn(path -> path.startsWith("/mb/isrc/"))
                .hasSize(1);
    }

    @Test
    void an_unknown_track_is_nobodys_work() {
        UUID unknown = UUID.randomUUID();

        Handled handled = identify(unknown);

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("trackId", unknown.toString());
    }

    @Test
    void a_message_may_spell_the_track_id_with_an_underscore() {
        UUID track = track("Harbour Lights", 1);

        assertThat(runner.run(worker, "{\"track_id\": \"%s\"}".formatted(track)).ending())
                .isEqualTo(Ending.DONE);
        assertThat(runner.run(worker, "{}").reason()).contains("trackId");
    }

    @Test
    void messages_for_the_next_stage_name_the_producer() {
        UUID track = track("Harbour Lights", 1);
        providers.release(ALBUM, "rel1", recording("r1", "Harbour Lights", "m1=Ada Krol"));

        Sent sent = identify(track).sent().getFirst();

        String id = texts("select id from producers").getFirst();
        assertThat(sent.body().get("producerId").asString()).isEqualTo(id);
        assertThat(sent.body().get("_idempotencyKey").asString()).startsWith("social_enrichment:none:" + id + ":");
    }
}
