package dev.producerdiscovery.worker.dedup;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.pgmq.MessageState;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import dev.producerdiscovery.worker.resilience.AsyncRedis;
import dev.producerdiscovery.worker.resilience.RedisGate;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Marks in Redis, in two phases: pending before the handler, completed after the commit. A mark names the message it
 * speaks of, and is believed only if the database knows that message to be archived or leased: so Redis being away,
 * flushed or wrong changes how much is done twice, never what is done.
 */
public final class RedisDeduplication implements Deduplication {

    private static final String PREFIX = "producer-discovery:done:";
    private static final int MAX_KEY_LENGTH = 512;

    /** 1 when KEYS[1] held ARGV[1], and now holds ARGV[2] for ARGV[3] milliseconds. */
    private static final RedisScript<Long> REPLACE = RedisScript.of("""
            if redis.call('get', KEYS[1]) == ARGV[1] then
                redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3])
                return 1
            end
            return 0
            """, Long.class);

    /** Two messages that a wrong mark makes wait for each other must not do so for ever. */
    private static final int READS_TO_WAIT = 3;

    private final StringRedisTemplate redis;
    private final RedisGate gate;
    private final PgmqClient queues;
    private final Duration pendingTime;
    private final Duration completedTime;

    /**
     * @param pendingTime how long a worker may be busy with one message
     * @param completedTime how long finished work is remembered
     */
    public RedisDeduplication(
            StringRedisTemplate redis,
            RedisGate gate,
            PgmqClient queues,
            Duration pendingTime,
            Duration completedTime) {
        this.redis = redis;
        this.gate = gate;
        this.queues = queues;
        this.pendingTime = pendingTime;
        this.completedTime = completedTime;
    }

    @Override
    public Finding begin(Delivery delivery, boolean reprocessed) {
        Optional<String> key = key(delivery);
        if (key.isEmpty()) {
            return Finding.NEW;
        }
        Optional<Mark> earlier = exchange(key.get(), Mark.pending(delivery.messageId()))
                .filter(mark -> !reprocessed && mark.messageId() != delivery.messageId());
        Finding finding = earlier.map(mark -> confirm(mark, delivery)).orElse(Finding.NEW);
        if (finding != Finding.NEW) {
            // It still speaks the truth, and others may ask.
            putBack(key.get(), earlier.get(), Mark.pending(delivery.messageId()));
        }
        return finding;
    }

    /** One round trip for each message, and not one to ask and one to tell. */
    private Optional<Mark> exchange(String key, Mark mark) {
        return gate.ask(() -> redis.opsForValue().setGet(key, mark.text(), pendingTime))
                .flatMap(Mark::parse);
    }

    @Override
    public void completed(List<Delivery> deliveries) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        deliveries.forEach(delivery ->
                key(delivery).ifPresent(key -> marks.put(key, Mark.completed(delivery.messageId()))));
        if (!marks.isEmpty()) {
            gate.ask(() -> inOneGo(marks));
        }
    }

    /** Not over what was written since: the work may just have been completed. */
    private void putBack(String key, Mark earlier, Mark ours) {
        Duration time = earlier.completed() ? completedTime : pendingTime;
        gate.ask(() ->
                redis.execute(REPLACE, List.of(key), ours.text(), earlier.text(), String.valueOf(time.toMillis())));
    }

    /** Redis being slow must not add up over all messages of a group: the next ones wait for their settlement. */
    private boolean inOneGo(Map<String, Mark> marks) {
        SetArgs time = SetArgs.Builder.px(completedTime);
        CompletableFuture<?>[] answers = AsyncRedis.ask(
                redis.getRequiredConnectionFactory(),
                commands -> marks.entrySet().stream()
                        .map(mark -> commands.set(
                                        bytes(mark.getKey()),
                                        bytes(mark.getValue().text()),
                                        time)
                                .toCompletableFuture())
                        .toArray(CompletableFuture<?>[]::new));
        // Each of them has its time-out.
        CompletableFuture.allOf(answers).join();
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Finding confirm(Mark mark, Delivery delivery) {
        Optional<MessageState> state = queues.state(
                delivery.queue(), mark.messageId(), delivery.idempotencyKey().orElseThrow());
        if (mark.completed() && state.equals(Optional.of(MessageState.ARCHIVED))) {
            return Finding.DONE_BEFORE;
        }
        boolean busy = state.equals(Optional.of(MessageState.LEASED)) && delivery.readCount() <= READS_TO_WAIT;
        return busy ? Finding.BUSY_ELSEWHERE : Finding.NEW;
    }

    private static Optional<String> key(Delivery delivery) {
        return delivery.idempotencyKey()
                .filter(key -> key.length() <= MAX_KEY_LENGTH)
                .map(key -> PREFIX + delivery.queue() + ":" + key);
    }
}
