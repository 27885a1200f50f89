package dev.producerdiscovery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ProviderListsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b");

    @Test
    void the_lists_of_compose_and_documents_are_current() {
        ProviderLists.of(Providers.all()).forEach(Written::renewOrCheck);
    }

    @Test
    void a_provider_that_is_not_in_a_list_is_told_with_the_list() {
        List<Provider> more = new ArrayList<>(Providers.all());
        more.add(Invented.PROVIDER);

        assertThat(ProviderLists.of(more))
                .allSatisfy(list -> assertThatThrownBy(list::check)
                        .hasMessageContaining(list.file())
                        .hasMessageContaining("-Ddocs=write"));
        assertThat(ProviderLists.of(more))
                .allSatisfy(list -> assertThat(list.content()).containsIgnoringCase("hollow"));
    }

    @Test
    void each_stage_in_a_container_is_told_the_variables_of_the_providers_it_asks_and_of_no_other() {
        Set<String> common = new HashSet<>(
                Providers.commonSettings().stream().map(Setting::variable).toList());
        Set<String> all = new HashSet<>(common);
        Providers.all().forEach(provider -> all.addAll(provider.variables()));

        for (Map.Entry<String, Map<String, Object>> service : services().entrySet()) {
            Set<String> expected = new HashSet<>();
            Stream.of(Stage.values())
                    .filter(stage -> stage.module().equals(service.getKey()))
                    .forEach(stage -> {
                        expected.addAll(common);
                        stage.providers().forEach(provider -> expected.addAll(provider.variables()));
                    });
            Set<String> told = new HashSet<>(environment(service.getValue()).keySet());
            told.retainAll(all);
            assertThat(told).as(service.getKey()).isEqualTo(expected);
        }
    }

    @Test
    void whoever_is_told_of_the_simulator_is_told_when_it_is_off() {
        assertThat(services().values())
                .map(ProviderListsTest::environment)
                .filteredOn(environment -> environment.containsKey("PRODUCER_DISCOVERY_SIMULATOR_URL"))
                .hasSize(Stage.values().length)
                .allSatisfy(environment -> assertThat(environment.get("PRODUCER_DISCOVERY_SIMULATOR_OFF"))
                        .asString()
                        .contains("${SPOTIFY_CLIENT_ID:+yes}", "${SPOTIFY_API_URL:+yes}", "${MUSICBRAINZ_CONTACT:+yes}")
                        .doesNotContain("MARKET"));
    }

    @Test
    void documents_name_no_variable_of_a_provider_that_does_not_exist() {
        Set<String> known = new HashSet<>();
        Providers.all().forEach(provider -> known.addAll(provider.variables()));
        for (String file : List.of("README.md", "docs/providers.md", "docs/musicbrainz-dump.md")) {
            assertThat(VARIABLE.matcher(Written.read(file)).results().map(found -> found.group()))
                    .as(file)
                    .filteredOn(variable -> Providers.all().stream()
                            .anyMatch(provider ->
                                    variable.startsWith(provider.title().toUpperCase(Locale.ROOT) + "_")))
                    .isNotEmpty()
                    .isSubsetOf(known);
        }
    }

    private static Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Written.read("docker-compose.yml"));
        return compose.getOrDefault("services", Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(Map<String, Object> service) {
        return (Map<String, Object>) service.getOrDefault("environment", Map.of());
    }
}
