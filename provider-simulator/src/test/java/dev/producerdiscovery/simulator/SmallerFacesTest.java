package dev.producerdiscovery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.Caller.Answer;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Profile.Account;
import dev.producerdiscovery.simulator.catalogue.Release;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Discogs and Instagram. */
class SmallerFacesTest extends SimulatorTest {

    @Test
    void discogs_searches_only_for_those_it_knows() {
        Answer answer = caller.get("/discogs/database/search?artist=vesper");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("message").asString()).contains("authenticate");
    }

    @Test
    void discogs_finds_a_release_by_barcode_and_tells_roles_in_words() {
        Release release = catalogue.releases().stream()
                .filter(one -> one.discogsId() != null && one.upc() != null)
                .findFirst()
                .orElseThrow();

        JsonNode hit = caller.get(
                        "/discogs/database/search?barcode=" + release.upc(), "Authorization", "Discogs token=any")
                .json()
                .at("/results/0");
        JsonNode body =
                caller.get("/discogs/releases/" + hit.path("id").asLong()).json();

        assertThat(hit.path("id").asLong()).isEqualTo(release.discogsId());
        assertThat(body.path("tracklist").findValuesAsString("role")).contains("Producer [Produced By]");
    }

    @Test
    void instagram_shows_a_professional_account_with_the_fields_asked_for() {
        JsonNode profile = discover(owner(Account.PROFESSIONAL)).json().path("business_discovery");

        assertThat(profile.propertyNames()).contains("id", "username").doesNotContain("name");
    }

    @Test
    void a_personal_account_looks_like_none_at_all() {
        Answer personal = discover(owner(Account.PERSONAL));
        Answer none = discover("nobody.at.all");

        assertThat(personal.status()).isEqualTo(400);
        assertThat(personal.json().at("/error/error_subcode").asInt()).isEqualTo(2207013);
        assertThat(personal.text()).isEqualTo(none.text());
    }

    private Answer discover(String handle) {
        String fields = encoded("business_discovery.username(" + handle + "){username,biography,followers_count}");
        return caller.get("/instagram/v26.0/17841400000000000?access_token=any&fields=" + fields);
    }

    private String owner(Account account) {
        return catalogue.contributors().stream()
                .map(Contributor::profile)
                .filter(profile -> profile.instagram() != null && profile.account() == account)
                .map(profile -> String.valueOf(profile.instagram()))
                .findFirst()
                .orElseThrow();
    }
}
