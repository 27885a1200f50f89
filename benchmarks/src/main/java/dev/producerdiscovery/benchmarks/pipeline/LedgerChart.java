package dev.producerdiscovery.benchmarks.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How many songs a second, and what each costs, from the first songs of a run to the last, as lines. */
record LedgerChart(List<Slice> slices) {

    private static final int LEFT = 60;
    private static final int LENGTH = 700;
    private static final int HEIGHT = 150;
    private static final int PANEL = 210;

    private record Line(String label, String colour, ToDoubleFunction<Slice> figure) {}

    String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"820\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        .formatted(2 * PANEL + 20)
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                + panel(30, "songs a second", List.of(new Line("", "#1f7a8c", Slice::rate)))
                + panel(
                        30 + PANEL,
                        "CPU, ms a song, over the songs",
                        List.of(
                                new Line("all", "#1f7a8c", Slice::cpuMillisASong),
                                new Line("PostgreSQL", "#7a869a", slice -> slice.cpuMillisASong("postgres"))))
                + "</svg>\n";
    }

    private String panel(int top, String title, List<Line> lines) {
        double most = lines.stream()
                .flatMapToDouble(line -> slices.stream().mapToDouble(line.figure()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        StringBuilder panel = new StringBuilder(text(10, top - 10, title));
        panel.append(text(10, top + 5, "%.0f".formatted(most))).append(text(10, top + HEIGHT, "0"));
        panel.append(
                "<path d=\"M%d %dv%dh%d\" fill=\"none\" stroke=\"#c1c7d0\"/>\n".formatted(LEFT, top, HEIGHT, LENGTH));
        for (Line line : lines) {
            panel.append(polyline(top, most, line));
        }
        return panel.toString();
    }

    private String polyline(int top, double most, Line line) {
        StringBuilder points = new StringBuilder();
        double y = top;
        for (int i = 0; i < slices.size(); i++) {
            double x = LEFT + LENGTH * (i + 0.5) / slices.size();
            double figure = line.figure().applyAsDouble(slices.get(i));
            y = top + HEIGHT * (1 - (Double.isFinite(figure) ? figure / most : 1));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                        .formatted(points.toString().strip(), line.colour())
                + text(LEFT + LENGTH - 70, (int) y - 6, line.label());
    }

    private static String text(int x, int y, String content) {
        return "<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(x, y, content);
    }
}
