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
    private String lastState = "";
    private String lastLine = "";
    private Instant lastPrinted = Instant.EPOCH;

    PlainProgress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
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
            progress.waiting()
                    .forEach(wait ->
                            out.println("  " + wait.provider() + " until " + wait.until() + ": " + wait.reason()));
        }
        lastState = progress.state();
    }

    @Override
    public void showUnreachable() {
        String line =
                "The artist discovery service does not answer; the run goes on as soon as it is back (./fleet up).";
        if (!line.equals(lastLine)) {
            print(line);
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
