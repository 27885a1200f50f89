package dev.producerdiscovery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of all modules, also of those whose classes are not at hand here; {@link ModuleBoundariesTest} looks closer at the others. */
class CirclesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile(
            "^import (?:static )?(dev\\.producerdiscovery(?:\\.[a-z]\\w*)*)\\.[A-Z]", Pattern.MULTILINE);

    @Test
    void packages_of_a_module_know_each_other_one_way_at_most() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            List<Path> sources = folders.map(folder -> folder.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
            assertThat(sources)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(folder -> assertThat(inCircles(uses(folder))).isEmpty());
        }
    }

    @Test
    void a_circle_is_found_and_what_only_leads_to_it_is_not() {
        assertThat(inCircles(Map.of(
                        "leads", Set.of("one"),
                        "one", Set.of("two", "end"),
                        "two", Set.of("three"),
                        "three", Set.of("one"),
                        "end", Set.of())))
                .containsExactlyInAnyOrder("one", "two", "three");
    }

    /** What is left when everything is taken away that uses none of the rest, or that none of the rest uses. */
    private static Set<String> inCircles(Map<String, Set<String>> uses) {
        Map<String, Set<String>> left = new HashMap<>();
        uses.forEach((one, others) -> {
            Set<String> within = new HashSet<>(others);
            within.remove(one);
            left.put(one, within);
        });
        int before;
        do {
            before = left.size();
            left.values().forEach(others -> others.retainAll(left.keySet()));
            left.values().removeIf(Set::isEmpty);
            Set<String> used = new HashSet<>();
            left.values().forEach(used::addAll);
            left.keySet().retainAll(used);
        } while (left.size() < before);
        return left.keySet();
    }

    private static Map<String, Set<String>> uses(Path folder) {
        Map<String, Set<String>> uses = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                String text = text(file);
                Matcher name = PACKAGE.matcher(text);
                if (name.find()) {
                    Set<String> used = uses.computeIfAbsent(name.group(1), first -> new HashSet<>());
                    IMPORT.matcher(text).results().map(match -> match.group(1)).forEach(used::add);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return uses;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
