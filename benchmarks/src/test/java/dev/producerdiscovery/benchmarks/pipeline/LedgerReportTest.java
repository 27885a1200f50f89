package dev.producerdiscovery.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerReportTest {

    @TempDir
    private Path folder;

    @Test
    void a_report_tells_what_each_component_costs_and_who_waited() throws IOException {
        Activity activity = new Activity();
        activity.look(List.of(new Session("Lock", "update songs | titles"), new Session("", "select 1")));
        activity.look(List.of());
        activity.look(List.of(new Session("", "select 1"), new Session("IO", "select 1")));
        String text = new LedgerReport(findings(activity, 200)).write(folder);

        assertThat(text)
                .contains("200 songs in 20 s, 10.0 songs a second")
                .contains("| postgres | 1 | 30.00 | 104 | 120 |")
                .contains("| all |  | 30.00 |  |  |")
                .contains("| messages | 2.50 | credits 2.00, tracks 0.50 |")
                .contains("In 33.3 % of the looks one waited for a lock")
                .contains("nothing 50.0 %, IO 25.0 %, Lock 25.0 %")
                .contains("| `update songs \\| titles` | 25.0 % | 25.0 % |")
                .contains("| `select 1` | 75.0 % | 0.0 % |")
                .contains("| `select settle_songs($1)` | 0.20 | 2.50 | 12.50 |")
                .contains("| `settle_songs` | 0.25 | 2.00 | 8.00 |")
                .contains("| 10 | 10.0 | 30.0 | 30.0 |");
        assertThat(folder.resolve("pipeline.csv")).content().contains("\n20.000,200,0,");
        assertThat(folder.resolve("pipeline.svg")).content().startsWith("<svg").doesNotContain("NaN");
    }

    @Test
    void a_run_without_songs_is_told_and_divides_by_nothing() throws IOException {
        assertThat(new LedgerReport(findings(new Activity(), 0)).write(folder)).contains("No song was identified");
        assertThat(Files.exists(folder.resolve("pipeline.csv"))).isTrue();
        assertThat(folder.resolve("pipeline.svg")).content().doesNotContain("NaN");
    }

    private static Findings findings(Activity activity, long songs) {
        Ledger ledger = new Ledger(List.of(
                new Reading(0, 0, 0, Map.of("postgres", new Usage(1, 100)), new Counters(5, 6, 7), 0),
                new Reading(20, songs, 0, Map.of("postgres", new Usage(7, 120)), new Counters(8, 9, 10), 0)));
        return new Findings(
                true,
                List.of("two cores"),
                List.of(),
                Map.of("postgres", 1),
                ledger,
                new TreeMap<>(Map.of("credits", 400L, "tracks", 100L)),
                Map.of("genius", 200L),
                activity,
                List.of(new Cost("select settle_songs($1)", 40, 500)),
                List.of(new Cost("settle_songs", 50, 400)),
                List.of());
    }
}
