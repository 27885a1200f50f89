package dev.producerdiscovery.provider.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.provider.Secret;
import dev.producerdiscovery.provider.support.ClusteredRedis;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisTemplate;

/** Tokens on a real cluster of three masters, whose user may do no more than we ask for. */
class RedisClusterTokenTest {

    /** Enough that each master has some of their tokens and claims. */
    private static final List<String> ACCOUNTS =
            IntStream.range(0, 24).mapToObj(number -> "account-" + number).toList();

    private final ClusteredRedis redis = new ClusteredRedis();
    private final RedisTemplate<String, byte[]> template = redis.template();
    private final Clock clock = Clock.systemUTC();
    private final RedisGate gate = redis.gate();

    @AfterEach
    void stop() {
        redis.close();
    }

    private SharedToken shared(String account) {
        return new RedisToken(template, gate, new TokenSeal(account, Secret.valueOf("the-client-secret")), clock);
    }

    @Test
    void a_token_of_one_process_is_found_by_another() {
        for (String account : ACCOUNTS) {
            AccessToken token =
                    new AccessToken("Bearer " + account, clock.instant().plusSeconds(3600));
            shared(account).keep(token);

            assertThat(shared(account).find()).contains(token);
        }
        assertThat(gate.closed()).isFalse();
    }

    @Test
    void one_process_at_a_time_claims_to_ask_for_a_token() {
        for (String account : ACCOUNTS) {
            String mine = shared(account).claim().orElseThrow();
            assertThat(shared(account).claim()).isEmpty();

            shared(account).release("another's");
            assertThat(shared(account).claim()).isEmpty();

            shared(account).release(mine);
            assertThat(shared(account).claim()).isPresent();
        }
        assertThat(gate.closed()).isFalse();
    }
}
