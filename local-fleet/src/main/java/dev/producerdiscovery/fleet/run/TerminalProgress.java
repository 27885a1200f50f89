package dev.producerdiscovery.fleet.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A block of bars, one a stage, redrawn in place. */
final class TerminalProgress implements ProgressView {

    private static final int BAR = 30;
    private static final String UP_AND_CLEAR = "\u001b[1A\u001b[2K";

    private final PrintStream out;
    private int drawn;

    TerminalProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(RunProgress progress) {
        List<String> lines = new ArrayList<>();
        lines.add(progress.artistName().isEmpty() ? progress.state() : progress.artistName() + ": " + progress.state());
        progress.stages().forEach(stage -> lines.add(bar(stage)));
        progress.waiting()
                .forEach(wait ->
                        lines.add("  waits for " + wait.provider() + " until " + wait.until() + ": " + wait.reason()));
        draw(lines);
    }

    @Override
    public void showUnreachable() {
        draw(List.of(
                "The artist discovery service does not answer; the run goes on as soon as it is back (./fleet up)."));
    }

    @Override
    public void close() {
        out.flush();
    }

    private void draw(List<String> lines) {
        out.print(UP_AND_CLEAR.repeat(drawn));
        lines.forEach(out::println);
        out.flush();
        drawn = lines.size();
    }

    private static String bar(RunProgress.Stage stage) {
        long total = stage.done() + stage.pending() + stage.dead();
        int filled = total == 0 ? 0 : (int) (BAR * stage.done() / total);
        String dead = stage.dead() == 0 ? "" : "  " + stage.dead() + " failed";
        return "  %-9s [%s%s] %d of %d%s"
                .formatted(
                        StageNames.shortName(stage.queue()),
                        "#".repeat(filled),
                        " ".repeat(BAR - filled),
                        stage.done(),
                        total,
                        dead);
    }
}
