package dev.producerdiscovery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WalkedTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void every_application_has_a_test_that_walks_its_endpoints() throws IOException {
        List<Path> applications = modules("src/main", "@SpringBootApplication");

        assertThat(applications).hasSizeGreaterThan(7);
        assertThat(modules("src/test", "extends OutageWalk", "extends EndpointWalk", "extends StageWalk"))
                .containsAll(applications);
    }

    private static List<Path> modules(String folder, String... words) throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.filter(module -> Files.isRegularFile(module.resolve("pom.xml")))
                    .filter(module -> Files.isDirectory(module.resolve(folder)))
                    .filter(module -> contains(module.resolve(folder), words))
                    .toList();
        }
    }

    private static boolean contains(Path folder, String... words) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .anyMatch(file -> Stream.of(words).anyMatch(text(file)::contains));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
