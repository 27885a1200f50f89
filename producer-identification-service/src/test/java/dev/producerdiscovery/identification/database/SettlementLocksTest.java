package dev.producerdiscovery.identification.database;

import static dev.producerdiscovery.identification.database.Claims.claim;
import static dev.producerdiscovery.identification.database.Claims.producer;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Settlements and profiles wait for each other where they concern the same people, and only there. */
class SettlementLocksTest extends SettledSongs {

    SettlementLocksTest() {
        super(DATABASE.worker());
    }

    @Test
    void settlements_with_nobody_in_common_do_not_wait_for_each_other() throws SQLException {
        String quill = song(0, producer("m90", "Cora Quill"));
        String vell = song(1, producer("m91", "Bo Vell"));
        try (Connection one = DATABASE.worker().getConnection();
                Connection other = DATABASE.worker().getConnection()) {
            one.setAutoCommit(false);
            one.createStatement().execute("select settle_songs('[" + quill + "]')");
            other.createStatement().execute("set lock_timeout = '1s'");

            other.createStatement().execute("select settle_songs('[" + vell + "]')");
            one.commit();
        }
        assertThat(claims.producers()).containsExactly("Bo Vell", "Cora Quill");
    }

    @Test
    void who_is_known_is_credited_while_others_credit_them_too() throws SQLException {
        settle(song(0, producer("m90", "Cora Quill")));
        owner.sql("update producers set enriched_at = now()").update();
        try (Connection one = DATABASE.worker().getConnection();
                Connection other = DATABASE.worker().getConnection()) {
            one.setAutoCommit(false);
            one.createStatement().execute("select settle_songs('[" + song(1, producer("m90", "Cora Quill")) + "]')");
            other.setAutoCommit(false);
            other.createStatement().execute("set lock_timeout = '1s'");
            other.createStatement().execute("select settle_songs('[" + song(2, producer("m90", "Cora Quill")) + "]')");
            one.commit();
            other.commit();
        }
        assertThat(claims.texts("select song_count::text from producer_summaries where role_group = 'produced'"))
                .containsExactly("3");
    }

    @Test
    void a_profile_that_concerns_nobody_else_is_stored_while_songs_are_settled() throws SQLException {
        settle(song(0, producer("m90", "Cora Quill")));
        try (Connection one = DATABASE.worker().getConnection();
                Connection other = DATABASE.worker().getConnection()) {
            one.setAutoCommit(false);
            one.createStatement().execute("select settle_songs('[" + song(1, producer("m91", "Bo Vell")) + "]')");
            other.createStatement().execute("set lock_timeout = '1s'");
            other.createStatement().execute(profile("Cora Quill", "C. Quill"));
            one.commit();
        }
        assertThat(claims.texts("select alias from producer_aliases order by 1"))
                .containsExactly("C. Quill");
    }

    @Test
    void a_profile_that_brings_a_name_of_somebody_else_waits_and_makes_them_one() {
        settle(song(0, producer("m90", "Cora Quill")) + ", "
                + song(1, claim(null, "Quillo", "Quillo", "producer", 0.6)));

        claims.jdbc.sql(profile("Cora Quill", "Quillo")).query().listOfRows();

        assertThat(claims.producers()).containsExactly("Cora Quill");
    }

    private String profile(String name, String alias) {
        return """
                select *
                from record_producer_profiles('[{"producer_id": "%s", "answers": [], "profile": {"aliases": [
                    {"name": "%s", "key": "%s", "source": "musicbrainz"}]}}]')
                """.formatted(claims.producer(name), alias, alias.toLowerCase(Locale.ROOT));
    }
}
