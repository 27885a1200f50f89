package dev.producerdiscovery.worker.report;

import dev.producerdiscovery.worker.engine.Ended;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A kind of failure that somebody has to look at.
 *
 * @param count how often it occurred since it was reported last
 */
record Issue(
        String queue,
        String kind,
        String message,
        String stackHead,
        long messageId,
        Optional<UUID> correlationId,
        int count) {

    private static final int STACK_HEAD = 8;

    static Issue of(Ended ended) {
        Throwable cause = ended.cause();
        String stack = cause == null
                ? ""
                : Arrays.stream(cause.getStackTrace())
                        .limit(STACK_HEAD)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining("\n"));
        return new Issue(
                ended.delivery().queue(),
                IssueKind.of(ended),
                ended.reason(),
                stack,
                ended.delivery().messageId(),
                ended.delivery().correlationId(),
                1);
    }

    Issue and(Issue later) {
        return new Issue(
                queue, kind, later.message, later.stackHead, later.messageId, later.correlationId, count + later.count);
    }
}
