package dev.producerdiscovery.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {

    @Test
    void what_a_family_of_processes_shares_is_counted_once() {
        ProcessMemory server =
                ProcessMemory.of(List.of("RssAnon:\t    1024 kB", "RssFile:\t    2048 kB", "RssShmem:\t   10240 kB"));
        ProcessMemory session =
                ProcessMemory.of(List.of("RssAnon:\t    3072 kB", "RssFile:\t    1024 kB", "RssShmem:\t    5120 kB"));

        assertThat(ProcessMemory.megabytes(List.of(server, session, session))).isEqualTo(1 + 3 + 3 + 2 + 10);
    }

    @Test
    void a_process_that_has_ended_has_no_memory() {
        assertThat(ProcessMemory.megabytes(List.of(ProcessMemory.of(Long.MAX_VALUE))))
                .isZero();
    }
}
