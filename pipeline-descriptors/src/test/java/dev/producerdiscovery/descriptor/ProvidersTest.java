package dev.producerdiscovery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    private static final Gives GIVES = new Gives("nothing", "none", "nothing");

    @Test
    void no_two_providers_share_a_name_or_write_names_with_the_same_care() {
        assertThat(Providers.all()).isNotEmpty().extracting(Provider::name).doesNotHaveDuplicates();
        assertThat(Providers.all().stream().map(Provider::credits).filter(Objects::nonNull))
                .extracting(CreditTraits::nameCare)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_variable_sets_one_property_of_a_provider_and_a_property_has_one_variable() {
        assertThat(Providers.all()).allSatisfy(provider -> {
            assertThat(provider.variables()).doesNotHaveDuplicates();
            assertThat(provider.settings()).extracting(Setting::property).doesNotHaveDuplicates();
        });
    }

    @Test
    void every_descriptor_has_its_line() throws IOException {
        Path sources = Path.of("src/main/java/dev/producerdiscovery/descriptor");
        try (Stream<Path> files = Files.list(sources)) {
            List<String> descriptors = files.filter(
                            file -> Written.text(file).contains("implements ProviderDescriptor"))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();

            assertThat(descriptors)
                    .containsExactlyInAnyOrderElementsOf(
                            Providers.all().stream().map(Provider::title).toList());
        }
    }

    @Test
    void every_provider_can_be_looked_at() {
        assertThat(Providers.all())
                .allSatisfy(provider -> assertThat(provider.variables())
                        .contains(provider.title().toUpperCase(Locale.ROOT) + "_SENTINEL"));
    }

    @Test
    void what_makes_a_provider_real_is_a_key_a_contact_or_an_address() {
        Provider spotify = Providers.of(MusicCatalogue.SPOTIFY);

        assertThat(isReal(spotify, "SPOTIFY_CLIENT_ID")).isTrue();
        assertThat(isReal(spotify, "SPOTIFY_API_URL")).isTrue();
        assertThat(isReal(spotify, "SPOTIFY_MARKET")).isFalse();
        assertThat(isReal(spotify, "SPOTIFY_RATE_LIMIT")).isFalse();
        assertThat(isReal(spotify, "GENIUS_ACCESS_TOKEN")).isFalse();
        assertThat(isReal(Providers.named("musicbrainz").orElseThrow(), "MUSICBRAINZ_CONTACT"))
                .isTrue();
    }

    @Test
    void whoever_names_makers_of_songs_says_how_carefully() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("hollow", "Hollow", GIVES)
                        .endpoint("song", 1)
                        .helps(Stage.PRODUCER_IDENTIFICATION)
                        .build())
                .withMessageContaining("hollow");
    }

    @Test
    void a_stage_waits_for_endpoints_that_exist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("hollow", "Hollow", GIVES)
                        .endpoint("song", 1)
                        .neededBy(Stage.TRACK_DISCOVERY, "sogn")
                        .build())
                .withMessageContaining("sogn");
    }

    @Test
    void every_stage_asks_somebody() {
        assertThat(Stream.of(Stage.values()))
                .allSatisfy(stage -> assertThat(stage.providers()).isNotEmpty());
    }

    private static boolean isReal(Provider provider, String variable) {
        return provider.isReal(name -> Map.of(variable, "set").getOrDefault(name, ""));
    }
}
