package dev.producerdiscovery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuildRulesTest {

    /**
     * {@code ./fleet} builds with {@code -Dmaven.test.skip=true}, which makes no such jar: the first command on a new
     * machine would fail, and only there. What tests share is the main code of a module that they depend on.
     */
    @Test
    void no_module_needs_the_tests_of_another() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
            List<Path> poms = modules.map(module -> module.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList();
            assertThat(poms)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(pom -> assertThat(pom).content().doesNotContain("test-jar"));
        }
    }
}
