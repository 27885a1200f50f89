package dev.producerdiscovery.endtoend.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has a JVM collect, and asks what is left. One call of the JDK's jcmd does both. */
final class Jcmd {

    /** Of each generation; what is not heap has no total. */
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private static final double KB_A_MB = 1024;
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;

    /** @param folder for its files; made here */
    Jcmd(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    record Answer(double heapMegabytes, long virtualThreads) {}

    Answer ask(long pid) throws IOException {
        Path threads = folder.resolve("threads-" + pid + ".txt");
        Path commands = Files.write(
                folder.resolve("commands-" + pid + ".txt"),
                List.of("GC.run", "GC.heap_info", "Thread.dump_to_file -overwrite " + threads));
        String answer = run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        Long.toString(pid),
                        "-f",
                        commands.toString()),
                folder.resolve("answer-" + pid + ".txt"));
        Matcher used = USED.matcher(answer);
        double kilobytes = 0;
        while (used.find()) {
            kilobytes += Double.parseDouble(used.group(1));
        }
        if (kilobytes == 0) {
            throw new IOException("jcmd answers about " + pid + ": " + answer.strip());
        }
        return new Answer(kilobytes / KB_A_MB, virtual(threads));
    }

    private static long virtual(Path threads) throws IOException {
        try (var lines = Files.lines(threads)) {
            return lines.filter(line -> line.startsWith("#") && line.contains("\" virtual"))
                    .count();
        }
    }

    /** By way of a file: a JVM that does not answer must not hold up whoever reads. */
    private static String run(List<String> command, Path answer) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("jcmd does not end");
            }
            return Files.readString(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
