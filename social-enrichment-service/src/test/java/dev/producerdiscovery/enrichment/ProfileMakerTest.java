package dev.producerdiscovery.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileMakerTest {

    private static final Producer ORLA = new Producer(UUID.randomUUID(), "Orla Venn", List.of());

    @Test
    void the_handle_that_most_sources_name_is_taken() {
        Profile profile = make(
                links("musicbrainz", "orla.old", "orla.venn"), links("genius", "orla.venn"), links("discogs", "other"));

        assertThat(profile.instagramHandle()).isEqualTo("orla.venn");
        assertThat(profile.profiles())
                .contains(new Profile.Page(
                        "instagram", "https://www.instagram.com/orla.venn", List.of("musicbrainz", "genius")));
    }

    @Test
    void between_equals_the_more_trusted_source_counts() {
        assertThat(make(links("musicbrainz", "first"), links("genius", "second"))
                        .instagramHandle())
                .isEqualTo("first");
    }

    @Test
    void names_are_kept_once_without_the_own_one_and_without_what_is_nobodys() {
        Profile profile = make(
                names("musicbrainz", "Orla Venn", "O. Venn", "Órla Maire Venn"),
                names("genius", "ORLA MAIRE VENN", "V", "Unknown Artist", "Tall Fern Records", "\u200b", "東"));

        assertThat(profile.aliases()).extracting(Profile.Alias::name).containsExactly("Órla Maire Venn", "東");
        assertThat(profile.aliases().getFirst().source()).isEqualTo("musicbrainz");
    }

    @Test
    void an_address_is_taken_from_the_persons_own_words_or_where_a_source_publishes_one() {
        assertThat(make(words("Write to fans@elsewhere.example", null)).email()).isNull();
        assertThat(make(words(null, "Producer. Inquiries: Mgmt@Venn.example!")).email())
                .isEqualTo("mgmt@venn.example");
        assertThat(make(words(null, "at @venn.music")).email()).isNull();
        assertThat(make(Findings.of("wikidata").withEmail("mailto:orla@venn.example"))
                        .email())
                .isEqualTo("orla@venn.example");
    }

    @Test
    void a_very_long_text_is_shortened() {
        assertThat(make(words("x".repeat(9000), null)).bio())
                .hasSizeLessThanOrEqualTo(4000)
                .endsWith("…");
    }

    private static Profile make(Findings... findings) {
        return ProfileMaker.make(ORLA, new Gathered(List.of(findings), List.of()));
    }

    private static Findings links(String source, String... handles) {
        return Findings.of(source)
                .withLinks(Stream.of(handles)
                        .flatMap(handle -> ProfileLink.instagram(handle).stream())
                        .toList());
    }

    private static Findings names(String source, String... names) {
        return Findings.of(source).withNames(List.of(names));
    }

    private static Findings words(@Nullable String bio, @Nullable String own) {
        return Findings.of("genius").withBio(bio).withOwnWords(own);
    }
}
