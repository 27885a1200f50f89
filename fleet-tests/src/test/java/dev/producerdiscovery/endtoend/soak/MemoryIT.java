package dev.producerdiscovery.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.endtoend.RunningFleet;
import dev.producerdiscovery.endtoend.soak.Members.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Order(5) // when the fleet has worked
@EnabledOnOs(OS.LINUX)
class MemoryIT {

    private static final Pattern ROW = Pattern.compile("^\\| ([a-z-]+) \\| (\\d+) \\|$", Pattern.MULTILINE);

    private final RunningFleet fleet = RunningFleet.get();

    @Test
    void no_process_needs_more_memory_than_is_stated() throws IOException {
        Map<String, Double> needed = new TreeMap<>();
        for (Member member : new Members(fleet).running()) {
            double memory = 0;
            for (ProcessFiles files : member.files()) {
                memory += memory(files);
            }
            needed.put(member.name(), memory);
        }

        Map<String, Double> stated = stated();
        assertThat(stated.keySet()).isEqualTo(needed.keySet());
        assertThat(needed)
                .allSatisfy((process, memory) ->
                        assertThat(memory).as("MB of %s", process).isBetween(1.0, stated.getOrDefault(process, 0.0)));
    }

    private static double memory(ProcessFiles files) throws IOException {
        try {
            return files.memory();
        } catch (NoSuchFileException sessionEndedMeanwhile) {
            return 0;
        }
    }

    private static Map<String, Double> stated() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "operating.md"));
        String section = document.substring(document.indexOf("## Memory"), document.indexOf("## Time-outs"));
        return ROW.matcher(section)
                .results()
                .collect(Collectors.toMap(
                        (MatchResult row) -> row.group(1),
                        row -> Double.parseDouble(row.group(2)),
                        (a, b) -> a,
                        TreeMap::new));
    }
}
