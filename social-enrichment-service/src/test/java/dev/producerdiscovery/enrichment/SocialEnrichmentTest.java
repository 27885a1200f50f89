package dev.producerdiscovery.enrichment;

import static dev.producerdiscovery.enrichment.Pages.relation;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StageTest;
import dev.producerdiscovery.stage.testing.StandInFor;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import dev.producerdiscovery.worker.testing.ManualRunner;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole stage on a real database, with providers of ours. */
@StageTest
class SocialEnrichmentTest {

    private static final String MBID = "5a1c3a44-0000-4000-8000-00000000a001";
    private static final long GENIUS = 4711;

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();

    private final Pages pages = new Pages(PROVIDERS);
    private final JdbcClient jdbc = JdbcClient.create(DATABASE.owner());

    @Autowired
    private SocialEnrichmentWorker worker;

    private ManualRunner runner;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(
                properties,
                DATABASE,
                StandInFor.MUSICBRAINZ,
                StandInFor.GENIUS,
                StandInFor.DISCOGS,
                StandInFor.INSTAGRAM);
    }

    @BeforeEach
    void forgetEverybody(@Autowired DataSource dataSource) {
        pages.reset();
        jdbc.sql("truncate producers, provider_budgets, processing_status cascade")
                .update();
        jdbc.sql("select pgmq.purge_queue('social_enrichment')").query().singleRow();
        runner = new ManualRunner(dataSource);
    }

    @Test
    void what_the_sources_link_to_the_person_is_stored_as_the_profile() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "musicbrainz", MBID);
        identity(orla, "genius", Long.toString(GENIUS));
        pages.musicBrainz(
                MBID,
                "Orla Venn",
                List.of("Orla Maire Venn"),
                relation("social network", "https://www.instagram.com/Orla.Venn/"),
                relation("social network", "https://www.instagram.com/orla_old/", true),
                relation("official homepage", "https://orlavenn.example/"),
                relation("discogs", "https://www.discogs.com/artist/9001"),
                relation("interview", "https://www.youtube.com/watch?v=1"));
        pages.genius(GENIUS, "Orla Venn", List.of("Barnvenn"), """
                "instagram_name": "orla.venn", "twitter_name": "orlavenn", "facebook_name": null,
                "image_url": "https://images.example/orla.png", "description": {"plain": "Makes records in a barn."}""");

        Handled handled = enrich(orla);

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(handled.sent()).isEmpty();
        Map<String, @Nullable Object> row = row(orla);
        assertThat(row)
                .containsEntry("instagram_handle", "orla.venn")
                .containsEntry("image_url", "https://images.example/orla.png")
                .containsEntry("bio", "Makes records in a barn.")
                .containsEntry("enrichment_failed", false)
                .containsEntry("email", null);
        assertThat(row.get("enriched_at")).isNotNull();
        assertThat(sites(orla)).containsExactlyInAnyOrder("instagram", "homepage", "discogs", "x", "genius");
        assertThat(aliases(orla)).containsExactlyInAnyOrder("Orla Maire Venn", "Barnvenn");
        assertThat(identities(orla))
                .containsExactlyInAnyOrder("musicbrainz " + MBID, "genius " + GENIUS, "discogs 9001");
        assertThat(state(orla)).isEqualTo("COMPLETED");
    }

    @Test
    void an_answer_leads_to_the_next_source_and_a_linked_handle_to_the_persons_own_words() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "musicbrainz", MBID);
        pages.musicBrainz(MBID, "Orla Venn", List.of(), relation("discogs", "https://www.discogs.com/artist/9001"));
        pages.discogs(9001, "Orla Venn (3)", "https://www.instagram.com/orla.venn/");
        pages.instagram("orla.venn", "Producer. Inquiries: mgmt@venn.example");

        enrich(orla);

        assertThat(row(orla))
                .containsEntry("instagram_handle", "orla.venn")
                .containsEntry("instagram_bio", "Producer. Inquiries: mgmt@venn.example")
                .containsEntry("email", "mgmt@venn.example");
        assertThat(aliases(orla)).isEmpty();
        assertThat(pages.asked()).hasSize(3);
    }

    @Test
    void a_stand_in_for_a_picture_and_a_handle_that_cannot_be_one_are_not_stored() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "genius", Long.toString(GENIUS));
        pages.genius(
                GENIUS,
                "Orla Venn",
                List.of(),
                "\"instagram_name\": \"see my page!\", \"image_url\": \"https://assets.example/default_avatar_300.png\"");

        enrich(orla);

        assertThat(row(orla)).containsEntry("instagram_handle", null).containsEntry("image_url", null);
    }

    @Test
    void nobody_is_asked_about_a_mere_name_and_that_is_stored() {
        UUID orla = producer("Orla Venn", "orla venn");

        enrich(orla);

        assertThat(pages.asked()).isEmpty();
        assertThat(row(orla).get("enriched_at")).isNotNull();
        assertThat(answers(orla)).isEqualTo("[]");
    }

    @Test
    void asked_and_nothing_found_is_stored() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "musicbrainz", MBID);

        enrich(orla);

        assertThat(row(orla)).containsEntry("enrichment_failed", false);
        assertThat(answers(orla)).contains("\"found\": false").contains(MBID);
    }

    @Test
    void an_id_shows_that_two_rows_are_one_person() {
        UUID orla = producer("Orla Venn", "orla venn");
        UUID barn = producer("The Barn Sound", "the barn sound");
        identity(orla, "musicbrainz", MBID);
        identity(barn, "discogs", "9001");
        pages.musicBrainz(MBID, "Orla Venn", List.of(), relation("discogs", "https://www.discogs.com/artist/9001"));

        enrich(orla);

        assertThat(root(barn)).isEqualTo(root(orla));
        assertThat(row(root(barn)).get("enriched_at")).isNotNull();
    }

    @Test
    void equal_names_of_people_with_different_ids_merge_nobody() {
        UUID orla = producer("Orla Venn", "orla venn");
        UUID namesake = producer("Barn Owl", "barn owl");
        identity(orla, "musicbrainz", MBID);
        identity(namesake, "musicbrainz", "5a1c3a44-0000-4000-8000-00000000a002");
        pages.musicBrainz(MBID, "Orla Venn", List.of("Barn Owl"));

        enrich(orla);

        assertThat(root(namesake)).isEqualTo(namesake);
        assertThat(root(orla)).isEqualTo(orla);
    }

    @Test
    void a_later_search_that_finds_less_takes_nothing_away() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "genius", Long.toString(GENIUS));
        pages.genius(GENIUS, "Orla Venn", List.of(), "\"instagram_name\": \"orla.venn\"");
        enrich(orla);
        pages.reset();

        enrich(orla);

        assertThat(row(orla)).containsEntry("instagram_handle", "orla.venn");
        assertThat(sites(orla)).contains("instagram");
    }

    @Test
    void a_message_for_a_merged_row_enriches_the_person() {
        UUID orla = producer("Orla Venn", "orla venn");
        UUID merged = producer("Orla V.", "orla v");
        identity(merged, "genius", Long.toString(GENIUS));
        jdbc.sql("update producers set merged_into = :root where id = :id")
                .param("root", orla)
                .param("id", merged)
                .update();
        pages.genius(GENIUS, "Orla Venn", List.of(), "\"instagram_name\": \"orla.venn\"");

        enrich(merged);

        assertThat(row(orla)).containsEntry("instagram_handle", "orla.venn");
        assertThat(List.of(state(orla), state(merged))).containsOnly("COMPLETED");
    }

    @Test
    void a_person_who_turns_out_to_be_known_elsewhere_too_is_looked_for_again_with_all_ids() {
        UUID orla = producer("Orla Venn", "orla venn");
        UUID barn = producer("The Barn Sound", "the barn sound");
        identity(orla, "musicbrainz", MBID);
        identity(barn, "discogs", "9001");
        identity(barn, "genius", Long.toString(GENIUS));
        pages.musicBrainz(MBID, "Orla Venn", List.of(), relation("discogs", "https://www.discogs.com/artist/9001"));
        pages.genius(GENIUS, "The Barn Sound", List.of(), "\"instagram_name\": \"orla.venn\"");

        Handled first = enrich(orla);
        Handled again = runner.run(worker, first.sent().getFirst().body().toString());

        assertThat(again.sent()).isEmpty();
        assertThat(row(root(orla))).containsEntry("instagram_handle", "orla.venn");
    }

    @Test
    void a_parked_source_delays_the_message_without_an_attempt() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "genius", Long.toString(GENIUS));
        pages.geniusAnswers(GENIUS, WireMock.aResponse().withStatus(429).withHeader("Retry-After", "60"));

        Handled handled = enrich(orla);

        assertThat(handled.ending()).isEqualTo(Ending.THROTTLED);
        assertThat(handled.reason()).contains("genius");
        assertThat(row(orla).get("enriched_at")).isNull();
    }

    @Test
    void a_source_that_refuses_is_left_out_and_asked_again_some_day() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "musicbrainz", MBID);
        identity(orla, "genius", Long.toString(GENIUS));
        pages.musicBrainz(
                MBID, "Orla Venn", List.of(), relation("social network", "https://www.instagram.com/orla.venn"));
        pages.geniusAnswers(GENIUS, WireMock.jsonResponse("{\"meta\": {\"status\": 400, \"message\": \"no\"}}", 400));

        enrich(orla);

        assertThat(row(orla)).containsEntry("instagram_handle", "orla.venn").containsEntry("enrichment_failed", true);
        assertThat(state(orla)).isEqualTo("FAILED");
    }

    @Test
    void an_unknown_producer_is_a_dead_letter_with_the_reason() {
        UUID nobody = UUID.fromString("00000000-0000-4000-8000-000000000001");

        Handled handled = enrich(nobody);

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains(nobody.toString());
    }

    @Test
    void a_message_without_the_producer_is_a_dead_letter_that_names_the_field() {
        Handled handled = runner.run(worker, "{\"producerName\": \"Orla Venn\"}");

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("producerId");
    }

    private Handled enrich(UUID producerId) {
        return runner.run(worker, "{\"producerId\": \"%s\", \"producerName\": \"somebody\"}".formatted(producerId));
    }

    private UUID producer(String name, String key) {
        return jdbc.sql("insert into producers (name, normalized_name) values (:name, :key) returning id")
                .param("name", name)
                .param("key", key)
                .query(UUID.class)
                .single();
    }

    private void identity(UUID producerId, String provider, String externalId) {
        jdbc.sql(
                        "insert into producer_identities (producer_id, provider, external_id) values (:id, :provider, :external)")
                .param("id", producerId)
                .param("provider", provider)
                .param("external", externalId)
                .update();
    }

    private Map<String, @Nullable Object> row(UUID producerId) {
        return jdbc.sql("select *, metadata ->> 'bio' as bio from producers where id = :id")
                .param("id", producerId)
                .query()
                .singleRow();
    }

    private UUID root(UUID producerId) {
        return jdbc.sql("select producer_root(:id)")
                .param("id", producerId)
                .query(UUID.class)
                .single();
    }

    private List<String> sites(UUID producerId) {
        return texts(
                "select p ->> 'site' from producers, jsonb_array_elements(metadata -> 'profiles') p where id = :id",
                producerId);
    }

    private List<String> aliases(UUID producerId) {
        return texts("select alias from producer_aliases where producer_id = :id", producerId);
    }

    private List<String> identities(UUID producerId) {
        return texts(
                "select provider || ' ' || external_id from producer_identities where producer_id = :id", producerId);
    }

    private String answers(UUID producerId) {
        return texts("select metadata ->> 'profile_answers' from producers where id = :id", producerId)
                .getFirst();
    }

    private String state(UUID producerId) {
        return texts(
                        "select state from processing_status where entity_type = 'producer' and entity_id = :id::text",
                        producerId)
                .getFirst();
    }

    private List<String> texts(String query, UUID producerId) {
        return jdbc.sql(query)
                .param("id", producerId)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
