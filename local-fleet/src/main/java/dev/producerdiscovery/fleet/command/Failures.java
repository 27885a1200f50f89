package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.fleet.process.FleetException;
import dev.producerdiscovery.fleet.process.FleetHome;
import dev.producerdiscovery.fleet.terminal.ReaderGoneException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells a person at the terminal why a command failed; what only a developer can use goes into a log. */
final class Failures {

    private static final String LOG = "command";

    private final PrintWriter err;
    private final FleetHome home;

    Failures(PrintWriter err, FleetHome home) {
        this.err = err;
        this.home = home;
    }

    /** @param verbose whether the stack trace is shown too; returns the exit code */
    int tell(Exception failure, boolean verbose) {
        if (failure instanceof ReaderGoneException) {
            return ExitCode.READER_GONE;
        }
        if (verbose) {
            failure.printStackTrace(err);
        }
        if (failure instanceof FleetException) {
            err.println(failure.getMessage());
        } else {
            err.println("This failed: " + reason(failure) + "." + (verbose ? "" : kept(failure)));
        }
        return ExitCode.FAILED;
    }

    /** What happened and, if it is another thing, what that came from; the latter is often only a path. */
    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause == null) {
            String message = failure.getMessage();
            return failure.getClass().getSimpleName() + (message == null ? "" : " " + firstLine(message));
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = failure.getMessage();
        return (message == null ? "" : firstLine(message) + ": ") + reason(cause);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").replaceFirst("[.:]\\s*$", "");
    }

    private String kept(Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Path log = home.log(LOG);
            Files.writeString(log, trace.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return " More is in " + log + "; --verbose shows it here.";
        } catch (IOException | UncheckedIOException e) {
            return " With --verbose it tells more.";
        }
    }
}
