package dev.producerdiscovery.worker.resilience;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.function.Function;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Commands that do not wait for their answers, on the connection that all of this process share: a pipeline of Spring's
 * opens one of its own each time, and in a cluster one more for each node. Whether it leads to one server, to a primary
 * with replicas or to a cluster is left to Spring's properties.
 */
public final class AsyncRedis {

    private AsyncRedis() {}

    /** @throws IllegalStateException where the connections are not those of Lettuce */
    public static <T> T ask(
            RedisConnectionFactory connections, Function<RedisClusterAsyncCommands<byte[], byte[]>, T> question) {
        // To close it gives nothing back: what is shared stays open.
        try (RedisConnection connection = connections.getConnection()) {
            if (connection.getNativeConnection() instanceof RedisClusterAsyncCommands<?, ?> commands) {
                return question.apply(bytes(commands));
            }
            throw new IllegalStateException("Redis is reached by something else than Lettuce");
        }
    }

    /** Spring has no connections with other keys and values. */
    @SuppressWarnings("unchecked")
    private static RedisClusterAsyncCommands<byte[], byte[]> bytes(RedisClusterAsyncCommands<?, ?> commands) {
        return (RedisClusterAsyncCommands<byte[], byte[]>) commands;
    }
}
