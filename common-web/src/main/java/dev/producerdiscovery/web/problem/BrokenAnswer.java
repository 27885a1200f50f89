package dev.producerdiscovery.web.problem;

/** Ends an answer that has begun and cannot be finished; {@link AnswerGuard} takes it to the container. */
final class BrokenAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenAnswer(Throwable cause) {
        super(cause);
    }
}
