package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {

    private static final String REFUSED = """
            12:00:00 ERROR LoggingFailureAnalysisReporter -

            ***************************
            APPLICATION FAILED TO START
            ***************************

            Description:

            The token for readers is too short.
            It has 3 characters.

            Action:

            Set it to something long.

            """;

    @TempDir
    private Path folder;

    @Test
    void the_reason_is_the_last_line_that_tells_one_and_no_line_of_a_stack_trace() throws IOException {
        assertThat(lastWords("""
                        12:00:00 INFO Starting
                        12:00:01 ERROR Web server failed to start. Port 8081 was already in use.
                            at dev.producerdiscovery.Application.main(Application.java:1)
                            ... 12 more

                        12:00:02 INFO Stopping
                        """))
                .isEqualTo("12:00:01 ERROR Web server failed to start. Port 8081 was already in use.");
    }

    @Test
    void without_a_reason_it_is_the_last_line_that_says_anything() throws IOException {
        assertThat(lastWords("12:00:00 INFO Starting\n12:00:02 INFO Waits for the database\n\n"))
                .isEqualTo("12:00:02 INFO Waits for the database");
        assertThat(new ProcessLog(folder.resolve("none.log")).lastWords()).isEqualTo("nothing");
    }

    @Test
    void of_a_log_that_is_larger_than_the_memory_its_end_is_read() throws IOException {
        Path log = folder.resolve("large.log");
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Of nothing but a hole, so that it takes no room.
            file.write(ByteBuffer.wrap("\nthe end\n".getBytes(StandardCharsets.UTF_8)), 1L << 32);
        }
        assertThat(new ProcessLog(log).lastWords()).isEqualTo("the end");
    }

    @Test
    void what_an_application_says_of_why_it_does_not_start_is_told_without_its_frame() throws IOException {
        assertThat(refusal(REFUSED)).hasValue("""
                        The token for readers is too short.
                        It has 3 characters.
                        Set it to something long.""");
    }

    @Test
    void what_it_said_at_an_earlier_start_is_not_the_reason_now() throws IOException {
        assertThat(refusal(REFUSED + "12:00:00 INFO Starting\n")).isEmpty();
        assertThat(refusal(REFUSED + REFUSED.replace("readers", "operators")))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("The token for operators"));
    }

    private Optional<String> refusal(String log) throws IOException {
        return new ProcessLog(Files.writeString(folder.resolve("a.log"), log)).refusal();
    }

    private String lastWords(String log) throws IOException {
        return new ProcessLog(Files.writeString(folder.resolve("a.log"), log)).lastWords();
    }
}
