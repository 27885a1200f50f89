package dev.producerdiscovery.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T00:00:00.000Z  WARN 7 --- [a-service] [main] a.b.Some : It is late",
                "2026-01-01T00:00:00.000Z ERROR 7 --- [a-service] [main] a.b.Some : It is too late",
                "INFO EmbeddedPostgres -- 2026-01-01 00:00:00.000 UTC [8] FATAL:  sorry, too many clients already",
                "\tat a.b.Some.method(Some.java:12)",
                "Terminating due to java.lang.OutOfMemoryError: Java heap space"
            })
    void somebody_should_look_at(String line) {
        assertThat(LogLines.needsALook(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T00:00:00.000Z  INFO 7 --- [a-service] [main] a.b.Some : No error so far",
                "2026-01-01T00:00:00.000Z  WARN 7 --- [a-service] [main] i.n.u.internal.MacAddressUtil : Failed to find a"
                        + " usable hardware address from the network interfaces"
            })
    void nobody_has_to_look_at(String line) {
        assertThat(LogLines.needsALook(line)).isFalse();
    }
}
