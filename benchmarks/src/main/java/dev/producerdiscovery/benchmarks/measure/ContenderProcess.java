package dev.producerdiscovery.benchmarks.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of one contender: takes one command at a time. */
final class ContenderProcess implements AutoCloseable {

    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;

    private ContenderProcess(Process process) {
        this.process = process;
        this.commands = process.outputWriter();
        this.answers = process.inputReader();
    }

    static ContenderProcess start(List<String> command, Path folder) {
        try {
            return new ContenderProcess(new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("'" + command.getFirst() + "' could not be started", e);
        }
    }

    /** @throws IllegalStateException when the contender could not obey, or is gone */
    ContenderAnswer ask(Object... words) {
        String command =
                String.join(" ", List.of(words).stream().map(String::valueOf).toList());
        try {
            commands.write(command + "\n");
            commands.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("reply ")) {
                    return ContenderAnswer.of(line.substring("reply ".length()));
                }
                if (line.startsWith("failed ")) {
                    throw new IllegalStateException("'" + command + "' " + line);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("'" + command + "' reached nobody", e);
        }
        throw new IllegalStateException("the contender ended over '" + command + "'");
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        try {
            commands.write("quit\n");
            commands.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
