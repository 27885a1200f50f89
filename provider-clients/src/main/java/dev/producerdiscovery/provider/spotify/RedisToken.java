package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.worker.resilience.RedisGate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** The token in Redis, sealed, until it is stale; and beside it, while a process asks for another, a mark that it does. */
final class RedisToken implements SharedToken {

    private static final String PREFIX = "producer-discovery:token:spotify:";

    /** A process that ends in the midst of asking keeps the others from it no longer than that. */
    private static final Duration LONGEST_CLAIM = Duration.ofSeconds(30);

    /** Deletes the claim only of whom it says: a slow process must not delete that of the next one. */
    private static final RedisScript<Long> RELEASE = RedisScript.of("""
            if redis.call('get', KEYS[1]) == ARGV[1] then
                return redis.call('del', KEYS[1])
            end
            return 0
            """, Long.class);

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
            gate.ask(() -> {
                redis.opsForValue().set(key, seal.close(token), life);
                return true;
            });
        }
    }

    @Override
    public Optional<String> claim() {
        String mine = UUID.randomUUID().toString();
        return gate.ask(() -> redis.opsForValue().setIfAbsent(claim, bytes(mine), LONGEST_CLAIM))
                        .orElse(true)
                ? Optional.of(mine)
                : Optional.empty();
    }

    @Override
    public void release(String mine) {
        gate.ask(() -> redis.execute(RELEASE, List.of(claim), bytes(mine)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
