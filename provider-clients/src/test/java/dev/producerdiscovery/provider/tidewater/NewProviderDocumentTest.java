package dev.producerdiscovery.provider.tidewater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewProviderDocumentTest {

    private static final Path SOURCES = Path.of("src/test/java/dev/producerdiscovery/provider/tidewater");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tidewater",
                "TidewaterProperties",
                "TidewaterClient",
                "TidewaterAutoConfiguration",
                "TidewaterOperations"
            })
    void the_guide_shows_the_code_that_is_compiled_and_run_here(String type) throws IOException {
        String source = Files.readString(SOURCES.resolve(type + ".java"));
        String shown = source.substring(source.indexOf("\n\n", source.lastIndexOf("\nimport ")) + 2);

        assertThat(Files.readString(Path.of("../docs/new-provider.md"))).contains(shown.strip());
    }
}
