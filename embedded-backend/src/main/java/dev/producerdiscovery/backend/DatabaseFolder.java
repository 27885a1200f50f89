package dev.producerdiscovery.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder with PostgreSQL's data. It is made beside its place and moved into it, so that one whose making was
 * interrupted is never taken for a database.
 *
 * @param path in a folder that is this user's own
 * @param kept beyond the process that starts it
 */
record DatabaseFolder(Path path, boolean kept) {

    /** There since we make it so; before, the library that started the server left the other one once it was made. */
    private static final List<String> COMPLETE = List.of("initialised", "epg-lock");

    /** The first version with a locale that depends neither on the machine nor on its libraries. */
    private static final int BUILTIN_LOCALE_SINCE = 17;

    /** Makes the database where there is none yet. Nobody gets in without a password, from the first moment. */
    void prepare(PostgresPrograms programs, String superuser, String password) throws IOException {
        if (COMPLETE.stream().noneMatch(mark -> Files.exists(path.resolve(mark)))) {
            Path draft = path.resolveSibling(path.getFileName() + ".new");
            PrivateFiles.delete(draft);
            Path passwordFile = path.resolveSibling("initial-password");
            PrivateFiles.write(passwordFile, password);
            try {
                programs.run("initdb", options(draft, programs.major(), superuser, passwordFile));
            } finally {
                Files.deleteIfExists(passwordFile);
            }
            PrivateFiles.write(draft.resolve(COMPLETE.getFirst()), "");
            PrivateFiles.delete(path);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        }
        // Tests connect thousands of times, and to prove a password without saying it takes a client some 10 ms.
        PrivateFiles.write(path.resolve("pg_hba.conf"), """
                local all all %1$s
                host all all 127.0.0.1/32 %1$s
                host all all ::1/128 %1$s
                """.formatted(kept ? "scram-sha-256" : "password"));
    }

    private static String[] options(Path folder, int major, String superuser, Path passwordFile) {
        List<String> options = new ArrayList<>(List.of(
                "--pgdata=" + folder,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-instructions",
                "--no-sync"));
        if (major >= BUILTIN_LOCALE_SINCE) {
            options.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        } else {
            options.addAll(List.of("--locale=C", "--lc-ctype=C.UTF-8"));
        }
        return options.toArray(String[]::new);
    }
}
