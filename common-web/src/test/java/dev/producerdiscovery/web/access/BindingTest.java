package dev.producerdiscovery.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.web.WebProperties;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BindingTest {

    @Test
    void beyond_loopback_a_token_or_trust_is_asked_for() throws UnknownHostException {
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");
        assertThatThrownBy(() -> rule("", false, everywhere))
                .isInstanceOf(UnsafeBinding.class)
                .hasMessageContaining("0.0.0.0");
        assertThatThrownBy(() -> rule("", false, null)).isInstanceOf(UnsafeBinding.class);
        assertThat(rule("", true, everywhere)).isNotNull();
        assertThat(rule("token", false, everywhere)).isNotNull();
    }

    @Test
    void on_loopback_nothing_is_asked_for() {
        assertThat(rule("", false, InetAddress.getLoopbackAddress())).isNotNull();
    }

    @Test
    void the_start_up_message_says_what_to_do() {
        UnsafeBinding failure = new UnsafeBinding("0.0.0.0");
        assertThat(new UnsafeBindingAnalyzer().analyze(failure, failure).getAction())
                .contains("PRODUCER_DISCOVERY_OPERATOR_TOKEN", "SERVER_ADDRESS", "PRODUCER_DISCOVERY_TRUST_NETWORK");
    }

    private static AccessRule rule(String token, boolean trusted, @Nullable InetAddress address) {
        WebProperties properties = new WebProperties(
                token,
                "",
                trusted,
                Set.of(),
                Set.of(),
                DataSize.ofKilobytes(1),
                new WebProperties.Connections(1, Duration.ZERO, Duration.ZERO));
        return AccessConfiguration.rule(properties, address);
    }
}
