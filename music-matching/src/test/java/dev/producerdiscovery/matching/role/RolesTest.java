package dev.producerdiscovery.matching.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.producerdiscovery.matching.role.CreditRole.Family;
import dev.producerdiscovery.matching.text.Folding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

    private static final String PRODUCER_ID = "5c0ceac3-feb4-41f0-868d-dc06f6e27fc0";

    @ParameterizedTest
    @CsvSource({
        "Producer,PRODUCER",
        "Produced By,PRODUCER",
        "Co-Producer,CO_PRODUCER",
        "Co Production,CO_PRODUCER",
        "Additional Production,ADDITIONAL",
        "Executive Producer,EXECUTIVE",
        "Vocal Producer,VOCAL_PRODUCER",
        "Drum Programming,PROGRAMMER",
        "Mixed By,MIXER",
        "Assistant Mixing Engineer,MIXER",
        "Lacquer Cut By,ENGINEER",
        "Songwriter,WRITER",
        "Lyrics By,LYRICIST",
        "Remixed By,REMIXER",
        "Associate Producer,OTHER",
    })
    void whole_labels_name_the_role(String label, Role role) {
        assertThat(Roles.ofLabel(label).role()).isEqualTo(role);
        assertThat(Roles.ofLabel(label).known()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Video Producer",
                "Production Manager",
                "Production Company",
                "Produced At",
                "Label",
                "Genre",
                "A&R",
                "Video Head Of Something New",
                "Copyright ©",
                "Photography",
                ""
            })
    void a_label_that_only_contains_the_word_makes_no_producer(String label) {
        CreditRole read = Roles.ofLabel(label);
        assertThat(read.isMusicProducer()).isFalse();
        assertThat(read.role().producesSong()).isFalse();
    }

    @Test
    void companies_places_and_genres_are_no_people() {
        assertThat(List.of("Label", "Produced At", "Genre", "Video Production Company"))
                .allSatisfy(label -> assertThat(Roles.ofLabel(label).isPerson()).isFalse());
        assertThat(Roles.ofLabel("Drums").isPerson()).isTrue();
    }

    @Test
    void every_label_of_the_table_can_be_found_by_what_a_source_writes() {
        assertThat(RoleLabels.all())
                .hasSizeGreaterThan(400)
                .allSatisfy(label -> assertThat(Folding.key(label)).isEqualTo(label));
    }

    @Test
    void an_unknown_label_is_kept_and_reported() {
        CreditRole read = Roles.ofLabel("Chief Reverberator");
        assertThat(read.known()).isFalse();
        assertThat(read.role()).isEqualTo(Role.OTHER);
        assertThat(read.title()).isEqualTo("chief reverberator");
    }

    @Test
    void a_discogs_string_holds_several_roles_with_remarks() {
        assertThat(Roles.ofDiscogs("Remix, Producer [Additional], Recorded By [Vocals, Strings]"))
                .extracting(CreditRole::role)
                .containsExactly(Role.REMIXER, Role.ADDITIONAL, Role.ENGINEER);
        assertThat(Roles.ofDiscogs("Producer [Co-], Producer [Vocals], Producer [For Someone]"))
                .extracting(CreditRole::role)
                .containsExactly(Role.CO_PRODUCER, Role.VOCAL_PRODUCER, Role.PRODUCER);
        assertThat(Roles.ofDiscogs("  ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"co,CO_PRODUCER", "executive,EXECUTIVE", "additional,ADDITIONAL", "associate,OTHER", "assistant,OTHER"})
    void musicbrainz_attributes_make_distinct_jobs(String attribute, Role role) {
        assertThat(Roles.ofMusicBrainz("producer", PRODUCER_ID, List.of(attribute), "")
                        .role())
                .isEqualTo(role);
    }

    @Test
    void the_most_remote_musicbrainz_attribute_decides() {
        assertThat(Roles.ofMusicBrainz("producer", PRODUCER_ID, List.of("co", "executive"), "")
                        .role())
                .isEqualTo(Role.EXECUTIVE);
        assertThat(Roles.ofMusicBrainz("producer", PRODUCER_ID, List.of("task"), "vocal producer")
                        .role())
                .isEqualTo(Role.VOCAL_PRODUCER);
        assertThat(Roles.ofMusicBrainz("producer", PRODUCER_ID, List.of("task"), "vibes")
                        .role())
                .isEqualTo(Role.OTHER);
    }

    @Test
    void the_type_id_counts_before_the_type_name() {
        assertThat(Roles.ofMusicBrainz("renamed", PRODUCER_ID, List.of(), "").role())
                .isEqualTo(Role.PRODUCER);
        assertThat(Roles.ofMusicBrainz("mix", "", List.of("assistant"), "").title())
                .isEqualTo("assistant mixing engineer");
        assertThat(Roles.ofMusicBrainz("mix-DJ", "", List.of(), "").family()).isEqualTo(Family.PERFORMANCE);
        assertThat(Roles.ofMusicBrainz("lyricist", "", List.of(), "").family()).isEqualTo(Family.WRITING);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_database_label_leads_back_to_the_role(Role role) {
        assertThat(Role.ofLabel(role.label())).isEqualTo(role);
    }

    @Test
    void an_unknown_database_label_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Role.ofLabel("boss"))
                .withMessageContaining("boss");
    }
}
