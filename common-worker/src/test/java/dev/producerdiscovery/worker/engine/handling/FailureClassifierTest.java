package dev.producerdiscovery.worker.engine.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.secrets.Secrets;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureClassifierTest {

    private static final String SECRET = "torn-secret-4714";

    @Test
    void a_long_message_is_cut_and_no_part_of_a_secret_is_left_wherever_it_stands() {
        Secrets.keep(SECRET);
        String rest = "x".repeat(10_000);
        for (int before = 1900; before < 2100; before++) {
            assertDescribed("y".repeat(before) + SECRET + rest);
        }
        for (int before = 3900; before < 4100; before++) {
            assertDescribed("y".repeat(before) + SECRET + rest);
            // What is hidden before it moves the cut into view.
            assertDescribed(
                    (SECRET + " ").repeat(200) + "y".repeat(before - 200 * (SECRET.length() + 1)) + SECRET + rest);
        }
    }

    private static void assertDescribed(String message) {
        assertThat(FailureClassifier.describe(new IOException(message)))
                .startsWith("IOException: ")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(2001)
                .doesNotContain("torn");
    }

    @Test
    void a_short_message_stays_whole() {
        assertThat(FailureClassifier.describe(new IOException("gone"))).isEqualTo("IOException: gone");
    }
}
