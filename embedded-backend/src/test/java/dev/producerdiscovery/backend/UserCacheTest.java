package dev.producerdiscovery.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCacheTest {

    @TempDir
    private Path folder;

    @Test
    void it_lies_where_the_user_wants_it_and_else_in_the_home() throws IOException {
        assertThat(cache(Map.of("XDG_CACHE_HOME", folder.resolve("own").toString()), folder))
                .isEqualTo(folder.resolve("own/producer-discovery"));
        assertThat(cache(Map.of(), folder)).isEqualTo(folder.resolve(".cache/producer-discovery"));
    }

    @Test
    void a_folder_that_was_open_to_others_is_shut() throws IOException {
        Path open = Files.createDirectories(folder.resolve(".cache/producer-discovery"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(permissions(cache(Map.of(), folder))).isEqualTo("rwx------");
    }

    @Test
    void without_a_home_that_can_be_written_it_lies_among_the_temporary_files_for_this_user_only() throws IOException {
        // A file where the folder should be: nothing can be made in it, whoever one is.
        Path home = Files.createFile(folder.resolve("home"));

        Path cache = cache(Map.of(), home);

        assertThat(cache).isEqualTo(folder.resolve("producer-discovery-somebody"));
        assertThat(permissions(cache)).isEqualTo("rwx------");
    }

    @Test
    void a_home_that_is_no_absolute_path_is_not_looked_for_beside_the_project() throws IOException {
        assertThat(cache(Map.of(), Path.of("?"))).isEqualTo(folder.resolve("producer-discovery-somebody"));
        assertThat(cache(Map.of("XDG_CACHE_HOME", "here"), folder))
                .isEqualTo(folder.resolve("producer-discovery-somebody"));
    }

    @Test
    void a_link_that_somebody_laid_there_is_refused() throws IOException {
        Files.createSymbolicLink(
                folder.resolve("producer-discovery-somebody"), Files.createDirectory(folder.resolve("trap")));

        assertThatThrownBy(() -> cache(Map.of(), Path.of("?")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("belongs to somebody else")
                .hasMessageContaining("XDG_CACHE_HOME");
    }

    private Path cache(Map<String, String> environment, Path home) throws IOException {
        return UserCache.folder(environment, home, folder, "somebody");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
