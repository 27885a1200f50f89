package dev.producerdiscovery.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.descriptor.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PipelineBenchmarkTest {

    @Test
    void by_itself_a_hundred_artists_are_asked_for_and_the_services_are_as_they_come() {
        assertThat(settings()).isEqualTo(new RunSettings(100, Map.of(), 0, null));
        assertThat(settings().environment())
                .containsOnly(Map.entry("SIMULATOR_SIZE", "100"), Map.entry("SIMULATOR_LATENCY_MS", "0"));
    }

    @Test
    void copies_are_asked_for_by_any_name_of_a_stage_and_for_several_stages() {
        RunSettings settings = settings(
                "--replicas", "credits=2", "--replicas=TRACK_DISCOVERY=1", "--replicas", "album-discovery-service=3");

        assertThat(settings.copies())
                .containsOnly(
                        Map.entry(Stage.PRODUCER_IDENTIFICATION, 2),
                        Map.entry(Stage.TRACK_DISCOVERY, 1),
                        Map.entry(Stage.ALBUM_DISCOVERY, 3));
    }

    @Test
    void slots_and_latency_are_told_to_the_processes() {
        assertThat(settings("--slots=16", "--latency-ms=300", "--artists=40").environment())
                .containsOnly(
                        Map.entry("SIMULATOR_SIZE", "40"),
                        Map.entry("SIMULATOR_LATENCY_MS", "300"),
                        Map.entry("PRODUCER_DISCOVERY_WORKER_CONCURRENCY", "16"));
    }

    @Test
    void what_cannot_be_measured_is_refused_by_name() {
        assertThatExceptionOfType(CommandLine.ParameterException.class)
                .isThrownBy(() -> settings("--replicas", "mixing=1"))
                .withMessageContaining("mixing");
        assertThatExceptionOfType(CommandLine.ParameterException.class)
                .isThrownBy(() -> settings("--replicas", "credits=-1"))
                .withMessageContaining("producer_identification");
        assertThatExceptionOfType(CommandLine.ParameterException.class).isThrownBy(() -> settings("--artists=0"));
    }

    private static RunSettings settings(String... arguments) {
        PipelineBenchmark benchmark = new PipelineBenchmark();
        new CommandLine(benchmark).parseArgs(arguments);
        return benchmark.settings();
    }
}
