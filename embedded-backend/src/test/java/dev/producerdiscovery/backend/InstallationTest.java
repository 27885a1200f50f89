package dev.producerdiscovery.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    private Path cache;

    private final AtomicInteger unpacked = new AtomicInteger();

    @Test
    void programs_are_unpacked_once() throws IOException {
        Path place = install();

        assertThat(install()).isEqualTo(place);
        assertThat(place.resolve("bin/server")).hasContent("program");
        assertThat(unpacked).hasValue(1);
    }

    @Test
    void an_attempt_that_failed_half_way_leaves_nothing_that_the_next_one_takes_for_whole() throws IOException {
        assertThatThrownBy(() -> new Installation(cache, "server-1", 1).install(place -> {
                    Files.createDirectories(place.resolve("bin"));
                    throw new OutOfMemoryError("as on a small heap");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(install().resolve("bin/server")).hasContent("program");
        try (var files = Files.list(cache)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsExactlyInAnyOrder("server-1", "server-1.lock");
        }
    }

    @Test
    void a_folder_that_an_older_version_left_half_unpacked_is_replaced() throws IOException {
        Files.createDirectories(cache.resolve("server-1/bin"));
        Files.writeString(cache.resolve("server-1/bin/server"), "prog");

        assertThat(install().resolve("bin/server")).hasContent("program");
    }

    @Test
    void what_a_cleaner_took_out_or_a_full_disk_cut_off_is_unpacked_again() throws IOException {
        Path program = install().resolve("bin/server");
        Files.delete(program);
        install();
        assertThat(program).hasContent("program");

        Files.writeString(program, "");
        install();
        assertThat(program).hasContent("program");
    }

    @Test
    void of_many_who_ask_at_once_one_unpacks() throws Exception {
        List<Future<Path>> places = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                places.add(threads.submit(this::install));
            }
        }
        for (Future<Path> place : places) {
            assertThat(place.get().resolve("bin/server")).hasContent("program");
        }
        assertThat(unpacked).hasValue(1);
    }

    @Test
    void a_full_disk_is_told_before_anything_is_written() {
        assertThatThrownBy(() -> new Installation(cache, "server-1", Long.MAX_VALUE).install(place -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no room")
                .hasMessageContaining(cache.toString())
                .hasMessageContaining("XDG_CACHE_HOME");
    }

    private Path install() throws IOException {
        return new Installation(cache, "server-1", 1).install(place -> {
            unpacked.incrementAndGet();
            Files.createDirectories(place.resolve("bin"));
            Files.writeString(place.resolve("bin/server"), "program");
            Files.createSymbolicLink(place.resolve("bin/link"), Path.of("server"));
        });
    }
}
