package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLogTest {

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

    private String lastWords(String log) throws IOException {
        return new ProcessLog(Files.writeString(folder.resolve("a.log"), log)).lastWords();
    }
}
