package dev.producerdiscovery.fleet.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a data folder belongs into a backup: all of it but what says that something runs.
 *
 * @param folders below the data folder, also empty ones: PostgreSQL misses them
 * @param bytes how long the files are together
 */
record Content(List<Path> folders, List<Path> files, long bytes) {

    static Content of(Path data) throws IOException {
        List<Path> folders = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        long[] bytes = {0};
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (!folder.equals(data)) {
                    folders.add(folder);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !tellsOfAProcess(file)) {
                    files.add(file);
                    bytes[0] += attributes.size();
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new Content(List.copyOf(folders), List.copyOf(files), bytes[0]);
    }

    private static boolean tellsOfAProcess(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".pid") || name.equals("postmaster.opts");
    }
}
