package dev.producerdiscovery.identification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StageTest;
import dev.producerdiscovery.stage.testing.StandInFor;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole stage on a real database, with providers of ours. */
@StageTest
abstract class IdentificationStage {

    static final String ALBUM = "1AAAAAAAAAAAAAAAAAAAAA";

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final ProviderStandIn PROVIDERS = new ProviderStandIn();

    final Providers providers = new Providers(PROVIDERS);
    final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());

    @Autowired
    IdentificationWorker worker;

    ManualRunner runner;
    Catalogue catalogue;
    UUID album;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.MUSICBRAINZ, StandInFor.GENIUS);
    }

    @BeforeEach
    void knowOneAlbum(@Autowired DataSource dataSource) {
        providers.knowNothing();
        jdbc.sql("select pgmq.purge_queue('producer_identification')").query().singleRow();
        runner = new ManualRunner(dataSource);
        catalogue = Catalogue.emptied(DATABASE.owner(), "The Tin Foxes");
        album = catalogue.album("First Light", ALBUM);
    }

    UUID track(String name, int position) {
        return catalogue.track(catalogue.song(name.toLowerCase(Locale.ROOT)), album, name, position, null);
    }

    Handled identify(UUID track) {
        Handled handled = runner.run(worker, "{\"trackId\": \"%s\"}".formatted(track));
        assertThat(handled.ending()).as(handled.reason()).isNotEqualTo(Ending.FAILED);
        return handled;
    }

    List<String> credits() {
        return texts("""
                select distinct p.name || ': ' || tp.role || ' by ' || tp.source
                from track_producers tp
                join producers p on p.id = tp.producer_id
                order by 1
                """);
    }

    List<String> texts(String query) {
        return jdbc.sql(query).query((row, number) -> row.getString(1)).list();
    }
}
