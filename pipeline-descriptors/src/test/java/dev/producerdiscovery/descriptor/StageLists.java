package dev.producerdiscovery.descriptor;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** The lists of stages that people and Prometheus read. */
final class StageLists {

    private StageLists() {}

    static List<Written> all() {
        return List.of(
                new Written("deploy/prometheus/prometheus.yml", "stages: written from the descriptors", targets()),
                new Written("docs/database.md", "messages: written from the descriptors", messages()));
    }

    private static String targets() {
        return Stream.of(Stage.values())
                .map(stage -> "          - " + stage.module() + ":8080")
                .collect(joining("\n"));
    }

    private static String messages() {
        return Stream.of(Stage.values())
                .map(stage -> "| `%s` | %s | %s |".formatted(stage.queue(), fields(stage, true), fields(stage, false)))
                .collect(joining("\n", "| queue | needs | may have |\n|---|---|---|\n", ""));
    }

    private static String fields(Stage stage, boolean required) {
        return stage.message().stream()
                .filter(field -> field.required() == required)
                .map(field -> "`" + field.name() + "` (" + field.meaning() + ")")
                .collect(joining(", "));
    }
}
