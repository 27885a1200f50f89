package dev.producerdiscovery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** Every list that has the stages has all of them, and in their order. */
class StageListsTest {

    @Test
    void the_lists_of_prometheus_and_documents_are_current() {
        StageLists.all().forEach(Written::renewOrCheck);
    }

    @Test
    void maven_builds_the_stages_in_their_order() {
        assertThat(mentioned("pom.xml", "<module>", "</module>")).isEqualTo(modules());
    }

    @Test
    void the_tests_of_the_fleet_know_every_stage() {
        assertThat(mentioned("fleet-tests/pom.xml", "<artifactId>", "</artifactId>"))
                .isEqualTo(modules());
    }

    @Test
    void the_documents_show_the_stages_in_their_order() {
        assertThat(mentioned("README.md", "| `", "` |")).isEqualTo(modules());
    }

    @ParameterizedTest
    @EnumSource
    void readers_find_the_port_of_a_stage(Stage stage) {
        assertThat(Written.read("README.md"))
                .containsPattern("(?m)^\\| `" + stage.module() + "` \\| .* \\| " + stage.port() + " \\|$");
    }

    @ParameterizedTest
    @EnumSource
    void a_stage_listens_on_its_port(Stage stage) {
        assertThat(Written.read(stage.module() + "/src/main/resources/application.yml"))
                .contains("name: " + stage.module())
                .containsPattern("port: (\\$\\{SERVER_PORT:)?" + stage.port());
    }

    @ParameterizedTest
    @EnumSource
    void a_stage_has_its_container(Stage stage) {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Written.read("docker-compose.yml"));
        Map<String, Object> service = compose.getOrDefault("services", Map.of()).getOrDefault(stage.module(), Map.of());

        assertThat(service.get("image")).isEqualTo("producer-discovery/" + stage.module());
        assertThat(service.get("ports")).asString().contains(":-" + stage.port() + "}:8080");
    }

    private static List<String> modules() {
        return Stream.of(Stage.values()).map(Stage::module).toList();
    }

    /** The stages' modules that the file names between these, in its order. */
    private static List<String> mentioned(String file, String before, String after) {
        return Written.read(file)
                .lines()
                .flatMap(line -> modules().stream().filter(module -> line.contains(before + module + after)))
                .toList();
    }
}
