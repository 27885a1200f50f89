package dev.producerdiscovery.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads a name in a module must not have to look at the imports to know which of two things it is. */
class NamesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern OURS = Pattern.compile(
            "<groupId>\\$\\{project\\.groupId}</groupId>\\s*<artifactId>([\\w-]+)</artifactId>(?!\\s*</parent>)");
    private static final Pattern PUBLIC =
            Pattern.compile("^public [\\w ]*\\b(?:class|record|interface|enum) (\\w+)", Pattern.MULTILINE);

    /** @param types by file: every type has its own */
    private record Module(Set<String> types, Set<String> shown, Set<String> uses) {}

    @Test
    void no_module_has_a_name_that_something_it_can_use_has_already() throws IOException {
        Map<String, Module> modules = modules();
        List<String> collisions = new ArrayList<>();
        modules.forEach((name, module) -> {
            Map<String, String> owners = new HashMap<>();
            module.types().forEach(type -> owners.put(type, name));
            for (String used : used(modules, name)) {
                for (String type : module(modules, used).shown()) {
                    String other = owners.putIfAbsent(type, used);
                    if (other != null) {
                        collisions.add(type + " of " + other + " and of " + used + ", seen in " + name);
                    }
                }
            }
        });

        assertThat(modules).hasSizeGreaterThan(10);
        assertThat(module(modules, "provider-clients").uses()).contains("common-worker");
        assertThat(module(modules, "common-worker").shown()).contains("Outcome").doesNotContain("Lane");
        assertThat(collisions).isEmpty();
    }

    /** Also what comes along with what is used. */
    private static Set<String> used(Map<String, Module> modules, String name) {
        Set<String> found = new HashSet<>();
        List<String> open = new ArrayList<>(module(modules, name).uses());
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (found.add(next)) {
                open.addAll(module(modules, next).uses());
            }
        }
        return found;
    }

    private static Module module(Map<String, Module> modules, String name) {
        return Objects.requireNonNull(modules.get(name), name);
    }

    private static Map<String, Module> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            // What only looks at all the others, from outside, writes no code that would use two of them.
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                    .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .collect(Collectors.toMap(folder -> folder.getFileName().toString(), NamesTest::module));
        }
    }

    private static Module module(Path folder) {
        try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
            return new Module(
                    sources.stream()
                            .map(file -> file.getFileName().toString().replace(".java", ""))
                            .collect(Collectors.toSet()),
                    sources.stream().flatMap(NamesTest::shown).collect(Collectors.toSet()),
                    OURS.matcher(text(folder.resolve("pom.xml")))
                            .results()
                            .map(match -> match.group(1))
                            .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> shown(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        return PUBLIC.matcher(text(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(name::equals);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
