package dev.producerdiscovery.provider.cache;

import dev.producerdiscovery.worker.resilience.RedisGate;
import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisTemplate;

/** Answers in Redis, each under a key of its own that ends by itself. */
final class RedisAnswers implements SharedAnswers {

    private static final Logger log = LoggerFactory.getLogger(RedisAnswers.class);
    private static final String PREFIX = "producer-discovery:answer:";

    private final RedisTemplate<String, byte[]> redis;
    private final RedisGate gate;

    RedisAnswers(RedisTemplate<String, byte[]> redis, RedisGate gate) {
        this.redis = redis;
        this.gate = gate;
    }

    @Override
    public Optional<byte[]> get(String key) {
        return ask(() -> redis.opsForValue().get(PREFIX + key));
    }

    @Override
    public void put(String key, byte[] answer, Duration keep) {
        ask(() -> {
            redis.opsForValue().set(PREFIX + key, answer, keep);
            return answer;
        });
    }

    /**
     * A Redis that is full, or has something else under the key, does answer: the gate that everything else goes through
     * stays open. One that is only a node of a cluster, or forbids the command, answers nobody.
     */
    private Optional<byte[]> ask(Supplier<byte @Nullable []> question) {
        return gate.ask(() -> {
            try {
                return question.get();
            } catch (DataAccessException e) {
                if (concernsThisAnswer(NestedExceptionUtils.getMostSpecificCause(e))) {
                    log.debug("Redis refuses a kept answer", e);
                    return null;
                }
                throw e;
            }
        });
    }

    private static boolean concernsThisAnswer(Throwable refusal) {
        String said = refusal.getMessage();
        return refusal instanceof RedisCommandExecutionException
                && said != null
                && (said.startsWith("OOM ") || said.startsWith("WRONGTYPE "));
    }
}
