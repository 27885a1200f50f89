package dev.producerdiscovery.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** How many jobs a second the contenders reach of what the limit does, as horizontal bars. */
record Chart(Results results) {

    private static final int LABELS = 230;
    private static final int FULL = 420;
    private static final int ROW = 18;
    private static final int HEADING = 34;
    private static final int WIDTH = 820;
    private static final List<String> COLOURS = List.of("#7a869a", "#1f7a8c");

    String svg() {
        StringBuilder bars = new StringBuilder();
        int y = 10;
        for (String measure : results.measures()) {
            if (results.metrics(measure).contains(Metric.RATE)) {
                y += HEADING;
                bars.append(text(10, y - 8, "bold", measure));
                for (String contender : results.contenders(measure)) {
                    bars.append(bar(
                            y,
                            contender,
                            Report.ratio(results, measure, contender).orElse(0.0)));
                    y += ROW;
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        .formatted(WIDTH, y + 20)
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + bars + "</svg>\n";
    }

    /** Longer than the limit's goes half as far again at most, so that all others stay readable. */
    private static String bar(int y, String contender, double ratio) {
        double length = Math.min(ratio, 1.0 + 0.3) * FULL / 1.3;
        String colour = COLOURS.get(contender.startsWith("worker engine") ? 1 : 0);
        return text(20, y + 13, "normal", contender)
                + String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                        LABELS,
                        y + 2,
                        length,
                        ROW - 4,
                        colour)
                + text((int) (LABELS + length + 6), y + 13, "normal", String.format(Locale.ROOT, "%.2f", ratio));
    }

    private static String text(int x, int y, String weight, String content) {
        return "<text x=\"%d\" y=\"%d\" font-weight=\"%s\">%s</text>\n".formatted(x, y, weight, content);
    }
}
