package dev.producerdiscovery.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When it is found out who an artist without a link is at MusicBrainz. */
class ArtistLookedUpTest extends IdentificationStage {

    private static final String TIN_FOXES = "a1a1a1a1-0000-4000-8000-000000000001";

    @Test
    void an_artist_who_was_looked_up_too_early_is_found_when_more_albums_are_listed() {
        UUID early = track("Low Tide", 1);
        identify(early);
        UUID later = track("Slow Train", 2);
        catalogue.album("Second Wind", "2BBBBBBBBBBBBBBBBBBBBB");
        providers.release(
                "2BBBBBBBBBBBBBBBBBBBBB",
                "rel1",
                ArtistPagesStub.onRelease(TIN_FOXES, "r1", "Harbour Lights", "m1=Ada Krol"));
        new ArtistPagesStub(providers, TIN_FOXES)
                .recordings(List.of(ArtistPagesStub.recording("r2", "Slow Train", "m2=Lev Marsh")));

        identify(later);

        assertThat(credits()).containsExactly("Lev Marsh: producer by musicbrainz");
    }

    @Test
    void that_nobody_knows_an_artist_is_found_out_once() {
        identify(track("Low Tide", 1));
        OffsetDateTime once = lookedAt();

        identify(track("Slow Train", 2));

        assertThat(lookedAt()).isEqualTo(once);
    }

    private OffsetDateTime lookedAt() {
        return jdbc.sql("select looked_at from artist_lookups")
                .query(OffsetDateTime.class)
                .single();
    }
}
