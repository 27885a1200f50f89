package dev.producerdiscovery.fleet.terminal;

/** Whoever read the output has gone, as {@code | head} does; there is nobody left to tell anything. */
public final class ReaderGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
