package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    @Test
    void of_a_log_that_is_larger_than_the_memory_its_end_is_read() throws IOException {
        Path log = folder.resolve("large.log");
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Of nothing but a hole, so that it takes no room.
            file.write(ByteBuffer.wrap("\nthe end\n".getBytes(StandardCharsets.UTF_8)), 1L << 32);
        }
        assertThat(new ProcessLog(log).lastWords()).isEqualTo("the end");
    }

    private String lastWords(String log) throws IOException {
        return new ProcessLog(Files.writeString(folder.resolve("a.log"), log)).lastWords();
    }
}
