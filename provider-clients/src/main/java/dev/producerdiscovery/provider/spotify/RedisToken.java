package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.worker.resilience.RedisGate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.RedisTemplate;

/** The token in Redis, sealed, until it is stale; and beside it, while a process asks for another, a mark that it does. */
final class RedisToken implements SharedToken {

    private static final String PREFIX = "producer-discovery:token:spotify:";

    /** A process that ends in the midst of asking keeps the others from it no longer than that. */
    private static final Duration LONGEST_CLAIM = Duration.ofSeconds(30);

    private static final byte[] MARK = {1};

    private final RedisTemplate<String, byte[]> redis;
    private final RedisGate gate;
    private final TokenSeal seal;
    private final String key;
    private final String claim;
    private final Clock clock;

    RedisToken(RedisTemplate<String, byte[]> redis, RedisGate gate, TokenSeal seal, Clock clock) {
        this.redis = redis;
        this.gate = gate;
        this.seal = seal;
        this.key = PREFIX + seal.name();
        this.claim = key + ":asking";
        this.clock = clock;
    }

    @Override
    public Optional<AccessToken> find() {
        return gate.ask(() -> redis.opsForValue().get(key)).flatMap(seal::open);
    }

    @Override
    public void keep(AccessToken token) {
        Duration life = Duration.between(clock.instant(), token.staleAt());
        if (life.isPositive()) {
            tell(() -> {
                redis.opsForValue().set(key, seal.close(token), life);
                return true;
            });
        }
    }

    @Override
    public boolean claim() {
        return gate.ask(() -> redis.opsForValue().setIfAbsent(claim, MARK, LONGEST_CLAIM))
                .orElse(true);
    }

    @Override
    public void release() {
        tell(() -> redis.delete(claim));
    }

    private void tell(Supplier<@Nullable Boolean> command) {
        gate.ask(command);
    }
}
