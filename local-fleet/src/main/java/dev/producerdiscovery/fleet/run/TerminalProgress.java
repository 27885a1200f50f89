package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.terminal.TextLines;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/** A block of bars, one a stage, redrawn in place. */
final class TerminalProgress implements ProgressView {

    private static final int BAR = 30;
    private static final String UP_AND_CLEAR = "\u001b[1A\u001b[2K";

    private final PrintStream out;
    private final IntSupplier columns;
    private final WaitNotice waits;
    private int drawn;

    /** @param columns how many the terminal has at the moment: its window may change */
    TerminalProgress(PrintStream out, IntSupplier columns, WaitNotice waits) {
        this.out = out;
        this.columns = columns;
        this.waits = waits;
    }

    @Override
    public void show(RunProgress progress) {
        List<String> lines = new ArrayList<>();
        lines.add(progress.artistName().isEmpty() ? progress.state() : progress.artistName() + ": " + progress.state());
        progress.stages().forEach(stage -> lines.add(bar(stage)));
        waits.lines(progress).forEach(line -> lines.add("  " + line));
        draw(lines);
    }

    @Override
    public void showUnreachable() {
        draw(List.of(UNREACHABLE));
    }

    @Override
    public void close() {
        out.flush();
    }

    private void draw(List<String> lines) {
        out.print(UP_AND_CLEAR.repeat(drawn));
        // A line that the terminal breaks into two would be cleared by half.
        List<String> fitting = lines.stream()
                .flatMap(line -> TextLines.wrapped(line, columns.getAsInt() - 1).stream())
                .toList();
        fitting.forEach(out::println);
        out.flush();
        drawn = fitting.size();
    }

    private static String bar(RunProgress.Stage stage) {
        long total = stage.done() + stage.pending() + stage.dead();
        int filled = total == 0 ? 0 : (int) (BAR * stage.done() / total);
        String dead = stage.dead() == 0 ? "" : "  " + stage.dead() + " failed";
        return String.format(
                Locale.ROOT,
                "  %-9s [%s%s] %d of %d%s",
                StageNames.shortName(stage.queue()),
                "#".repeat(filled),
                " ".repeat(BAR - filled),
                stage.done(),
                total,
                dead);
    }
}
