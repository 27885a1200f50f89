package dev.producerdiscovery.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileLinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.instagram.com/Orla.Venn/,instagram,https://www.instagram.com/orla.venn",
        "https://twitter.com/orlavenn,x,https://twitter.com/orlavenn",
        "https://orlavenn.bandcamp.com/,bandcamp,https://orlavenn.bandcamp.com",
        "https://open.spotify.com/artist/4aUv3Gz0yXr8Kq1LmN5tPd,spotify,https://open.spotify.com/artist/4aUv3Gz0yXr8Kq1LmN5tPd",
        "http://www.discogs.com/artist/12345,discogs,http://www.discogs.com/artist/12345",
    })
    void pages_are_known_by_their_hosts(String url, String site, String kept) {
        assertThat(ProfileLink.of(url, false)).hasValueSatisfying(link -> {
            assertThat(link.site().label()).isEqualTo(site);
            assertThat(link.url()).isEqualTo(kept);
        });
    }

    @Test
    void a_page_elsewhere_counts_only_when_it_is_said_to_be_the_persons_own() {
        assertThat(ProfileLink.of("https://orlavenn.example/", true))
                .contains(new ProfileLink(Site.HOMEPAGE, "https://orlavenn.example"));
        assertThat(ProfileLink.of("https://orlavenn.example/", false)).isEmpty();
        assertThat(ProfileLink.of("https://notinstagram.com/orla", false)).isEmpty();
    }

    @Test
    void an_account_name_becomes_its_page_and_other_text_none() {
        assertThat(ProfileLink.account("https://x.com/", "@orlavenn"))
                .contains(new ProfileLink(Site.X, "https://x.com/orlavenn"));
        assertThat(ProfileLink.account("https://x.com/", "see my page!")).isEmpty();
        assertThat(ProfileLink.account("https://x.com/", null)).isEmpty();
        assertThat(ProfileLink.instagram("see my page!")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "mailto:orla@venn.example",
                "//instagram.com/orla",
                "not a link",
                "",
                "https://www.instagram.com/explore/"
            })
    void what_is_no_profile_is_none(String url) {
        assertThat(ProfileLink.of(url, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.discogs.com/artist/12345-Orla-Venn,discogs,12345",
        "https://www.discogs.com/de/artist/12345,discogs,12345",
        "https://www.wikidata.org/wiki/Q4242,wikidata,Q4242",
        "https://open.spotify.com/artist/4aUv3Gz0yXr8Kq1LmN5tPd,spotify,4aUv3Gz0yXr8Kq1LmN5tPd",
    })
    void ids_are_read_from_the_addresses_of_pages(String url, String provider, String id) {
        assertThat(IdentityLinks.read(url)).contains(new Identity(provider, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.discogs.com/label/12345",
                "https://open.spotify.com/album/4aUv3Gz0yXr8Kq1LmN5tPd",
                "https://elsewhere.example/artist/1"
            })
    void other_pages_have_no_id_of_a_person(String url) {
        assertThat(IdentityLinks.read(url)).isEmpty();
    }
}
