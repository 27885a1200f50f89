package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sums that a transaction leaves to be added up soon after it. */
class StaleSummariesTest extends CreditedAlbum {

    /** In one transaction, as settlements do. */
    private void creditLater(UUID track, UUID producer) {
        database.execute("""
                with later as (
                    select summarise_later() as yes
                )
                insert into track_producers (track_id, producer_id, role, confidence, source)
                select ?::uuid, ?::uuid, 'producer', 0.9, 'genius'
                from later
                where later.yes
                """, track, producer);
    }

    private long noted() {
        return database.number("select count(*) from stale_summaries");
    }

    @Test
    void credits_are_added_up_once_for_all_who_noted_them() {
        UUID cora = producer("Cora Quill");
        creditLater(track("Low Tide", 10), cora);
        creditLater(track("High Tide", 10), cora);
        assertThat(produced(cora)).isZero();
        assertThat(noted()).isEqualTo(2);

        assertThat(database.number("select summarise_stale(100)")).isEqualTo(2);

        assertThat(produced(cora)).isEqualTo(2);
        assertThat(noted()).isZero();
        assertThat(database.number("select summarise_stale(100)")).isZero();
    }

    @Test
    void earlier_notes_are_taken_first_and_no_more_than_are_asked_for() {
        UUID cora = producer("Cora Quill");
        UUID bo = producer("Bo Vell");
        creditLater(track("Low Tide", 10), cora);
        creditLater(track("High Tide", 10), bo);

        database.number("select summarise_stale(1)");

        assertThat(produced(cora)).isEqualTo(1);
        assertThat(produced(bo)).isZero();
    }

    @Test
    void nobody_else_is_left_for_later() {
        UUID cora = producer("Cora Quill");
        creditLater(track("Low Tide", 10), cora);

        credit(track("High Tide", 10), cora, "producer");

        assertThat(produced(cora)).isEqualTo(2);
    }
}
