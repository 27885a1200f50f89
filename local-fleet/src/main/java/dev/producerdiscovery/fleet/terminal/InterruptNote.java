package dev.producerdiscovery.fleet.terminal;

import java.io.PrintStream;
import java.util.function.Supplier;

/** What a person reads who ends the command (Ctrl-C) before it has come to its own end. */
public final class InterruptNote {

    private InterruptNote() {}

    /** Does {@code work}, and says {@code note} if the command is ended meanwhile. */
    public static <T> T during(PrintStream out, String note, Supplier<T> work) {
        Thread hook = new Thread(() -> {
            // The terminal has just shown ^C.
            out.println();
            out.println(note);
            out.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already: it was interrupted in just this moment, and the note is right.
        }
    }
}
