package dev.producerdiscovery.worker.budget;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Token buckets in Redis. Connects with the first call, so that Redis may be away when this process starts. */
final class RedisBuckets implements SharedBuckets, AutoCloseable {

    private static final String PREFIX = "producer-discovery:rate:";
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final Supplier<RedisClient> client;
    private final Duration timeout;
    private final InstantSource clock;
    private @Nullable StatefulRedisConnection<String, byte[]> connection;
    private @Nullable ProxyManager<String> buckets;

    /** @param timeout longest wait for Redis's answer */
    RedisBuckets(Supplier<RedisClient> client, Duration timeout, InstantSource clock) {
        this.client = client;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public Bucket bucket(String provider, Rate rate) {
        // A changed rate is another bucket: Redis would go on with the limits that it was told first.
        return buckets().builder().build(PREFIX + provider + ":" + rate, rate::bucket);
    }

    private synchronized ProxyManager<String> buckets() {
        if (buckets == null) {
            StatefulRedisConnection<String, byte[]> opened =
                    client.get().connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
            connection = opened;
            buckets = Bucket4jLettuce.casBasedBuilder(opened)
                    .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                    .requestTimeout(timeout)
                    .clientClock(new ClockMeter(clock))
                    .build();
        }
        return buckets;
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
            buckets = null;
        }
    }
}
