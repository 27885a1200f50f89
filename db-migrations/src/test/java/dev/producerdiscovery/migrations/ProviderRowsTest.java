package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.descriptor.Gives;
import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.descriptor.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderRowsTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final Provider HOLLOW = Provider.named(
                    "hollow", "Hollow", new Gives("credits", "3 a song", "nothing"))
            .endpoint("song", 1)
            .endpoint("person", 1)
            .helps(Stage.PRODUCER_IDENTIFICATION)
            .neededBy(Stage.SOCIAL_ENRICHMENT, "person")
            .credits(150, "0", "3")
            .build();

    @BeforeEach
    void knownAreThoseThatAreDescribed() {
        ProviderRows.of(Providers.all()).write(DB.dataSource());
    }

    @Test
    void every_stage_asks_whom_the_descriptors_say() {
        List<String> described = Stream.of(Stage.values())
                .flatMap(stage -> stage.providers().stream().map(provider -> stage.queue() + " " + provider.name()))
                .toList();

        assertThat(DB.column("select queue_name || ' ' || provider from stage_providers"))
                .containsExactlyInAnyOrderElementsOf(described)
                .doesNotContain("producer_identification discogs");
    }

    @Test
    void names_are_written_with_the_care_that_the_descriptors_say() {
        assertThat(DB.column("""
                select source
                from unnest(array['genius', 'somebody', 'musicbrainz', 'title', 'spotify']) as source
                where name_care(source) is not null
                order by name_care(source)
                """)).containsExactly("title", "genius", "musicbrainz");
    }

    @Test
    void a_new_source_of_credits_is_waited_for_counted_and_chosen_from() {
        writeWithHollow();

        assertThat(DB.number("select name_care('hollow')")).isEqualTo(150);
        assertThat(DB.column("""
                select c.bucket || ' ' || c.calls
                from expected_calls(true, 10, 0, 7) as c
                where c.provider = 'hollow'
                """)).containsExactly("* 21");
        assertThat(DB.column("""
                select concat_ws(' ', queue_name, required, buckets)
                from stage_providers
                where provider = 'hollow'
                """))
                .containsExactlyInAnyOrder("producer_identification f", "social_enrichment t {person}");
    }

    @Test
    void what_is_described_no_more_is_forgotten_but_not_what_somebody_added() {
        DB.execute("insert into stage_providers (queue_name, provider) values ('own_stage', 'own_provider')");
        writeWithHollow();

        ProviderRows.of(Providers.all()).write(DB.dataSource());

        assertThat(DB.column("select name from providers"))
                .containsExactlyInAnyOrderElementsOf(
                        Providers.all().stream().map(Provider::name).toList());
        assertThat(DB.column("select provider from stage_providers"))
                .contains("own_provider")
                .doesNotContain("hollow");
        DB.execute("delete from stage_providers where queue_name = 'own_stage'");
    }

    @Test
    void rows_that_are_so_already_are_not_written_again() {
        List<String> before =
                DB.column("select xmin::text from providers union all select xmin::text from stage_providers");

        ProviderRows.of(Providers.all()).write(DB.dataSource());

        assertThat(DB.column("select xmin::text from providers union all select xmin::text from stage_providers"))
                .containsExactlyElementsOf(before);
    }

    private static void writeWithHollow() {
        List<Provider> more = new ArrayList<>(Providers.all());
        more.add(HOLLOW);
        ProviderRows.of(more).write(DB.dataSource());
    }
}
