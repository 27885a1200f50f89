package dev.producerdiscovery.identification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.matching.role.Role;
import dev.producerdiscovery.musicbrainz.sheet.SheetArtist;
import dev.producerdiscovery.musicbrainz.sheet.SheetCredit;
import dev.producerdiscovery.musicbrainz.sheet.SheetStore;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Songs that MusicBrainz itself has listed, with their makers. */
class CataloguedSongTest extends IdentificationStage {

    // Nothing else is remembered of a release that no other test has.
    private final String release = UUID.randomUUID().toString();

    @Autowired
    private JdbcClient ofWorker;

    private UUID listed;

    @BeforeEach
    void musicBrainzListedOneAlbum() {
        listed = catalogue.album("First Light", null);
        jdbc.sql("update albums set musicbrainz_id = :id where id = :album")
                .param("id", release)
                .param("album", listed)
                .update();
        new SheetStore(ofWorker, JsonMapper.shared())
                .saveSheet(
                        release,
                        List.of(
                                made("rec1", "Harbour Lights", "Piotr Zielony"),
                                made("rec2", "Harbour Lights", "Ana Duarte")),
                        Instant.now().plus(Duration.ofDays(1)));
    }

    @Test
    void the_recording_is_known_and_nothing_is_asked_of_musicbrainz() {
        identify(recording("harbour lights", "rec2"));

        assertThat(credits()).containsExactly("Ana Duarte: producer by musicbrainz");
        assertThat(musicBrainzCalls()).isZero();
    }

    @Test
    void a_song_that_names_no_producer_there_is_not_looked_for_elsewhere_at_musicbrainz() {
        new SheetStore(ofWorker, JsonMapper.shared())
                .saveSheet(
                        release,
                        List.of(made("rec3", "Glass Tide", null)),
                        Instant.now().plus(Duration.ofDays(1)));
        UUID track = recording("glass tide", "rec3");
        jdbc.sql("update tracks set isrc = 'XXA010100009' where id = :track")
                .param("track", track)
                .update();

        identify(track);

        assertThat(credits()).isEmpty();
        assertThat(musicBrainzCalls()).isZero();
    }

    @Test
    void who_made_a_song_may_be_said_on_a_compilation_only() {
        SheetStore kept = new SheetStore(ofWorker, JsonMapper.shared());
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        String artist = UUID.randomUUID().toString();
        jdbc.sql("update artists set musicbrainz_id = :id").param("id", artist).update();
        kept.saveSheet(release, List.of(made("rec4", "Slow Train", null)), tomorrow);
        kept.saveSheet(SheetStore.elsewhere(artist), List.of(made("rec5", "Slow Train", "Ana Duarte")), tomorrow);

        identify(recording("Slow Train", "rec4"));

        assertThat(credits()).containsExactly("Ana Duarte: producer by musicbrainz");
        assertThat(musicBrainzCalls()).isZero();
    }

    private UUID recording(String song, String id) {
        UUID track = catalogue.track(catalogue.song(song), listed, song, 1, null);
        jdbc.sql("update tracks set musicbrainz_id = :id, spotify_id = null where id = :track")
                .param("id", id)
                .param("track", track)
                .update();
        return track;
    }

    private static SheetTrack made(String id, String title, @Nullable String producer) {
        List<SheetCredit> credits = producer == null
                ? List.of()
                : List.of(new SheetCredit(
                        UUID.nameUUIDFromBytes(producer.getBytes(StandardCharsets.UTF_8))
                                .toString(),
                        producer,
                        producer,
                        "producer",
                        Role.PRODUCER,
                        SheetCredit.Scope.RECORDING));
        return new SheetTrack(
                1,
                1,
                title,
                200_000,
                id,
                List.of(),
                credits,
                List.of(new SheetArtist("a1", "The Tin Foxes", "The Tin Foxes")),
                List.of(),
                null);
    }

    private long musicBrainzCalls() {
        return PROVIDERS.server().getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().startsWith("/mb"))
                .count();
    }
}
