package dev.producerdiscovery.fleet.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.fleet.process.FleetHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process of its own, in the environment of a shell that knows nothing. */
@EnabledOnOs(OS.LINUX)
class CommandLineTest {

    private static final String NAME = "ハナヨ-é";

    @TempDir
    private Path folder;

    @BeforeEach
    void aFleetThatHasRun() throws IOException {
        Files.writeString(new FleetHome(folder.resolve(".fleet")).log("backend"), "a line");
    }

    @Test
    void a_name_is_understood_and_written_without_any_locale() throws IOException, InterruptedException {
        assertThat(run(Map.of(), java("logs"), NAME.getBytes(UTF_8))).contains("There is no '" + NAME + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "en_US.ISO-8859-1", "xx_XX", "tr_TR"})
    void a_name_is_understood_and_written_in_a_locale_with_other_letters_or_one_that_is_not_there(String locale)
            throws IOException, InterruptedException {
        assertThat(run(Map.of("LC_ALL", locale), java("logs"), NAME.getBytes(UTF_8)))
                .contains("There is no '" + NAME + "'");
    }

    @Test
    void what_is_not_utf_8_is_said() throws IOException, InterruptedException {
        assertThat(run(Map.of(), java("discover"), "Renée".getBytes(ISO_8859_1)))
                .contains("is not UTF-8 text");
    }

    @Test
    void an_unexpected_failure_is_no_stack_trace() throws IOException, InterruptedException {
        assertThat(run(Map.of(), java("backup"), "/proc/nowhere/file".getBytes(UTF_8)))
                .contains("/proc/nowhere")
                .doesNotContain("\tat ");
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.producerdiscovery.fleet.FleetApplication"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A shell makes the last argument from its bytes: what this JVM can pass on is up to the locale it runs in itself. */
    private String run(Map<String, String> environment, List<String> java, byte[] argument)
            throws IOException, InterruptedException {
        StringBuilder octal = new StringBuilder();
        for (byte each : argument) {
            octal.append('\\').append(String.format(Locale.ROOT, "%03o", each & 0xFF));
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" \"$(printf '" + octal + "')\"", "sh"));
        command.addAll(java);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
