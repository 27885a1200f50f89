package dev.producerdiscovery.worker.dedup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Redis holds under an idempotency key: which message did or does the work. */
record Mark(boolean completed, long messageId) {

    private static final Pattern TEXT = Pattern.compile("(pending|completed):(\\d{1,18})");

    static Mark pending(long messageId) {
        return new Mark(false, messageId);
    }

    static Mark completed(long messageId) {
        return new Mark(true, messageId);
    }

    /** Empty when the text is none of ours: Redis may hold anything. */
    static Optional<Mark> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Mark(matcher.group(1).equals("completed"), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    String text() {
        return (completed ? "completed:" : "pending:") + messageId;
    }
}
