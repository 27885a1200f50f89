package dev.producerdiscovery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionLogTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FOLDER = PROJECT.resolve("docs/decisions");
    private static final Path INDEX = FOLDER.resolve("README.md");

    /** More is not read by somebody who only wants to know why. */
    private static final int A_PAGE = 60;

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)[^)]*\\)");

    @ParameterizedTest
    @MethodSource("decisions")
    void a_decision_is_one_page_that_says_what_it_costs_and_when_it_ends(Path decision) throws IOException {
        List<String> lines = Files.readAllLines(decision);
        assertThat(lines).hasSizeLessThanOrEqualTo(A_PAGE);
        assertThat(lines.stream().filter(line -> line.startsWith("## ")))
                .containsExactly("## Context", "## Decision", "## What it costs", "## When to think again");
        assertThat(INDEX).content().contains("](" + decision.getFileName() + ")");
    }

    @Test
    void whoever_looks_for_reasons_is_led_to_them() {
        assertThat(PROJECT.resolve("CONTRIBUTING.md")).content().contains("](docs/decisions/README.md)");
        assertThat(PROJECT.resolve("docs/architecture.md")).content().contains("](decisions/README.md)");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_of_documents_lead_somewhere(Path document) throws IOException {
        assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    static List<Path> decisions() throws IOException {
        return markdown(FOLDER).filter(page -> !page.equals(INDEX)).toList();
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> folders = Files.list(PROJECT)) {
            return Stream.concat(
                            Stream.of(PROJECT, PROJECT.resolve("docs"), FOLDER),
                            folders.filter(folder -> Files.exists(folder.resolve("README.md")))
                                    .sorted())
                    .distinct()
                    .flatMap(DecisionLogTest::markdown)
                    .toList();
        }
    }

    private static Stream<Path> markdown(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
