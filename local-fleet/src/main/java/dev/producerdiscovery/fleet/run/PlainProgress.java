package dev.producerdiscovery.fleet.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** One line whenever something changed, but not more often than every two seconds: for logs and pipes. */
final class PlainProgress implements ProgressView {

    private static final Duration PACE = Duration.ofSeconds(2);

    private final PrintStream out;
    private final InstantSource clock;
    private final WaitNotice waits;
    private String lastState = "";
    private String lastLine = "";
    private Instant lastPrinted = Instant.EPOCH;

    PlainProgress(PrintStream out, InstantSource clock, WaitNotice waits) {
        this.out = out;
        this.clock = clock;
        this.waits = waits;
    }

    @Override
    public void show(RunProgress progress) {
        String line = progress.state() + ": "
                + progress.stages().stream()
                        .map(stage -> StageNames.shortName(stage.queue()) + " " + stage.done() + "/"
                                + (stage.done() + stage.pending() + stage.dead()))
                        .collect(Collectors.joining(", "));
        boolean due = !clock.instant().isBefore(lastPrinted.plus(PACE));
        if (!progress.state().equals(lastState) || (due && !line.equals(lastLine))) {
            print(line);
            waits.lines(progress).forEach(wait -> out.println("  " + wait));
        }
        lastState = progress.state();
    }

    @Override
    public void showUnreachable() {
        if (!UNREACHABLE.equals(lastLine)) {
            print(UNREACHABLE);
        }
    }

    @Override
    public void close() {
        out.flush();
    }

    private void print(String line) {
        out.println(line);
        lastLine = line;
        lastPrinted = clock.instant();
    }
}
