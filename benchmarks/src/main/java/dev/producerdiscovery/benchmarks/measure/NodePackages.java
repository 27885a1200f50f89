package dev.producerdiscovery.benchmarks.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * The contenders for Node.js with everything they need, Node.js in one version for all included, in a temporary folder
 * that goes with this object. npm must be at hand, and reach its registry or have what is needed in its cache.
 */
record NodePackages(Path folder) implements AutoCloseable {

    private static final List<String> FILES = List.of("package.json", "host.mjs", "pg-boss.mjs", "graphile-worker.mjs");
    private static final int PATIENCE_MINUTES = 5;

    /** @throws IOException telling why they cannot be had here */
    static NodePackages install() throws IOException {
        NodePackages packages = new NodePackages(Files.createTempDirectory("producer-discovery-benchmarks"));
        try {
            for (String file : FILES) {
                try (InputStream content =
                        Objects.requireNonNull(NodePackages.class.getResourceAsStream("../peers/" + file), file)) {
                    Files.copy(content, packages.folder.resolve(file));
                }
            }
            packages.npmInstall();
            return packages;
        } catch (IOException e) {
            packages.close();
            throw e;
        }
    }

    private void npmInstall() throws IOException {
        Path output = folder.resolve("npm.log");
        Process npm = new ProcessBuilder(
                        "npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--prefer-offline")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                npm.destroyForcibly();
                throw new IOException("npm install took longer than " + PATIENCE_MINUTES + " minutes");
            }
            if (npm.exitValue() != 0) {
                throw new IOException("npm install failed: " + reason(Files.readAllLines(output)));
            }
        } catch (InterruptedException e) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Warnings come first, and a dozen lines of advice last. */
    private static String reason(List<String> output) {
        return output.stream()
                .filter(line -> line.contains("error"))
                .findFirst()
                .orElse("it does not tell why");
    }

    String node() {
        return folder.resolve("node_modules/.bin/node").toString();
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
