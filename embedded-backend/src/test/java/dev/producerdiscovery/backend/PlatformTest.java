package dev.producerdiscovery.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false, true, postgres-linux-x86_64.txz",
        "Linux, amd64, true, false, postgres-linux-x86_64-alpine_linux.txz",
        "Linux, amd64, true, true, postgres-linux-x86_64.txz",
        "Linux, aarch64, false, true, postgres-linux-arm_64.txz",
        "Mac OS X, aarch64, false, false, postgres-darwin-arm_64.txz",
        "Mac OS X, x86_64, false, false, postgres-darwin-x86_64.txz"
    })
    void every_supported_machine_has_an_archive_of_its_own(
            String os, String architecture, boolean musl, boolean glibc, String archive) {
        assertThat(Platform.of(os, architecture, musl, glibc).postgresArchive()).isEqualTo(archive);
        assertThat(getClass().getClassLoader().getResource(archive)).isNotNull();
    }

    @Test
    void a_machine_that_there_is_nothing_for_is_called_by_its_name() {
        assertThat(Platform.of("Linux", "riscv64", false, true)).hasToString("linux on riscv64");
    }
}
