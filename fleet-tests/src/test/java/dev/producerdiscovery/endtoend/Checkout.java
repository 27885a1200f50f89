package dev.producerdiscovery.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of the project as somebody has it who has built it: the real {@code ./fleet} in it, with the options that people
 * start it with, and nothing of this shell's surroundings.
 *
 * @param cache the user's, for XDG_CACHE_HOME
 */
record Checkout(Path folder, Path cache) {

    /** What a command answered; {@code output} has both streams. */
    record Result(int exitCode, String output) {}

    static Checkout in(Path folder, Path cache) throws IOException {
        Path unpacked = Applications.unpacked();
        Path root = Path.of("..").toAbsolutePath().normalize();
        Files.createDirectories(folder.resolve(".fleet"));
        for (String file : List.of("fleet", "pom.xml")) {
            Files.copy(root.resolve(file), folder.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String module : Applications.MODULES) {
            Path jar = Applications.jarOf(module);
            Path target = Files.createDirectories(folder.resolve(module).resolve("target"));
            Files.copy(
                    root.resolve(module).resolve("pom.xml"),
                    folder.resolve(module).resolve("pom.xml"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            Files.createSymbolicLink(target.resolve(jar.getFileName()), jar);
            Path application =
                    Files.createDirectories(folder.resolve(".fleet/apps").resolve(module));
            Files.copy(
                    unpacked.resolve(module).resolve("app.jar"),
                    application.resolve("app.jar"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            // Its libraries, and the classes that former runs have left for a fast start.
            for (Path each : notTheJar(unpacked.resolve(module))) {
                Files.createSymbolicLink(application.resolve(each.getFileName()), each);
            }
        }
        Files.createFile(folder.resolve(".fleet/built"));
        return new Checkout(folder, cache);
    }

    private static List<Path> notTheJar(Path application) throws IOException {
        try (Stream<Path> files = Files.list(application)) {
            return files.filter(file -> !file.endsWith("app.jar")).toList();
        }
    }

    Running start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./fleet"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().putAll(environment);
        return new Running(builder.start(), output);
    }

    Result run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return start(environment, arguments).await();
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    Path fleetHome() {
        return folder.resolve(".fleet");
    }

    record Running(Process process, Path output) {

        Result await() throws IOException, InterruptedException {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("It did not end: " + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output));
        }
    }
}
