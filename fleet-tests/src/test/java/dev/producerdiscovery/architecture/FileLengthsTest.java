package dev.producerdiscovery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileLengthsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final int MOST = 250;

    @Test
    void no_file_of_java_or_sql_is_too_long_to_be_read() throws IOException {
        List<Path> sources = sources();

        assertThat(sources).hasSizeGreaterThan(1_000);
        assertThat(sources.stream()
                        .filter(file -> lines(file) > MOST)
                        .map(file -> ROOT.relativize(file) + " has " + lines(file) + " lines"))
                .isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(FileLengthsTest::sources)
                    .toList();
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|sql)")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
