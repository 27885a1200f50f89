package dev.producerdiscovery.worker.budget;

import dev.producerdiscovery.worker.resilience.AsyncRedis;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.github.bucket4j.redis.lettuce.RedisApi;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Token buckets in Redis, each under one key. Redis may be away when this process starts. */
final class RedisBuckets implements SharedBuckets {

    private static final String PREFIX = "producer-discovery:rate:";
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final ProxyManager<String> buckets;

    /**
     * @param connections may throw while there are none
     * @param timeout longest wait for Redis's answer
     */
    RedisBuckets(Supplier<RedisConnectionFactory> connections, Duration timeout, InstantSource clock) {
        this.buckets = new LettuceBasedProxyManagerBuilder<>(
                        new Commands<String>(connections, key -> key.getBytes(StandardCharsets.UTF_8)))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                .requestTimeout(timeout)
                .clientClock(new ClockMeter(clock))
                .build();
    }

    @Override
    public Bucket bucket(String provider, Rate rate) {
        // A changed rate is another bucket: Redis would go on with the limits that it was told first.
        return buckets.builder().build(PREFIX + provider + ":" + rate, rate::bucket);
    }

    /**
     * What the buckets ask of Redis, wherever that is: of the clients that they come with each is for one kind of it.
     *
     * @param <K> a parameter although there is one kind of keys, as the array of them is made as one of any objects
     */
    private record Commands<K>(Supplier<RedisConnectionFactory> connections, Function<K, byte[]> bytes)
            implements RedisApi<K> {

        @Override
        public <V> RedisFuture<V> eval(String script, ScriptOutputType type, K[] keys, byte[][] values) {
            byte[][] names = Arrays.stream(keys).map(bytes).toArray(byte[][]::new);
            return AsyncRedis.ask(connections.get(), redis -> redis.eval(script, type, names, values));
        }

        @Override
        public RedisFuture<byte[]> get(K key) {
            return AsyncRedis.ask(connections.get(), redis -> redis.get(bytes.apply(key)));
        }

        @Override
        public RedisFuture<?> delete(K key) {
            return AsyncRedis.ask(connections.get(), redis -> redis.del(bytes.apply(key)));
        }
    }
}
