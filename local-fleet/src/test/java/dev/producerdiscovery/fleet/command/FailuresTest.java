package dev.producerdiscovery.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.process.FleetHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {

    private final Exception unexpected =
            new UncheckedIOException("Cannot write draft", new AccessDeniedException("/somewhere"));

    @TempDir
    private Path folder;

    private final StringWriter told = new StringWriter();

    @Test
    void what_was_foreseen_is_its_own_sentence() {
        assertThat(tell(new FleetException("It rains."), false)).isEqualTo(1);

        assertThat(told.toString().lines()).containsExactly("It rains.");
    }

    @Test
    void anything_else_is_one_line_and_its_stack_trace_is_kept_in_a_log() throws IOException {
        assertThat(tell(unexpected, false)).isEqualTo(1);

        Path log = home().log("command");
        assertThat(told.toString().lines())
                .containsExactly("This failed: Cannot write draft: AccessDeniedException /somewhere. More is in " + log
                        + "; --verbose shows it here.");
        assertThat(Files.readString(log)).contains("at dev.producerdiscovery.fleet");
    }

    @Test
    void a_stack_trace_is_shown_when_asked_for() {
        tell(unexpected, true);

        assertThat(told.toString()).contains("at dev.producerdiscovery.fleet");
    }

    private int tell(Exception failure, boolean verbose) {
        return new Failures(new PrintWriter(told, true), home()).tell(failure, verbose);
    }

    private FleetHome home() {
        return new FleetHome(folder.resolve(".fleet"));
    }
}
