package dev.producerdiscovery.fleet.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under headings. Columns are as wide as they need to be; where that is wider than the terminal, the widest give way
 * and their cells go on in the next line. Where not even that helps, every row becomes a list of its values.
 */
public final class TextTable {

    private static final int GAP = 2;
    private static final int NARROWEST = 8;
    private static final String INDENT = "    ";

    private final List<String> headings;
    private final List<Row> rows = new ArrayList<>();

    /** @param below whole lines that follow the row, never broken: a link has to stay one */
    private record Row(List<String> cells, List<String> below) {}

    public TextTable(List<String> headings) {
        this.headings = cleaned(headings);
    }

    public void add(List<String> cells) {
        add(cells, List.of());
    }

    public void add(List<String> cells, List<String> below) {
        rows.add(new Row(cleaned(cells), cleaned(below)));
    }

    private static List<String> cleaned(List<String> texts) {
        return texts.stream().map(TextLines::clean).toList();
    }

    /** @param columns how many the terminal has */
    public void print(PrintStream out, int columns) {
        int[] widths = widths();
        if (fit(widths, columns)) {
            printTable(out, widths);
        } else {
            printLists(out);
        }
    }

    /** How wide the table is when nothing has to give way. */
    public int naturalWidth() {
        return total(widths());
    }

    private int[] widths() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            int place = column;
            widths[column] = Math.max(
                    TextLines.width(headings.get(place)),
                    rows.stream()
                            .flatMap(row -> row.cells().get(place).lines())
                            .mapToInt(TextLines::width)
                            .max()
                            .orElse(0));
        }
        return widths;
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).sum() + GAP * Math.max(0, widths.length - 1);
    }

    private static boolean fit(int[] widths, int columns) {
        while (total(widths) > columns) {
            int widest = IntStream.range(0, widths.length)
                    .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                    .orElseThrow();
            if (widths[widest] <= NARROWEST) {
                return false;
            }
            int others = total(widths) - widths[widest];
            int second = IntStream.range(0, widths.length)
                    .filter(column -> column != widest)
                    .map(column -> widths[column])
                    .max()
                    .orElse(0);
            // Down to the next widest at once, but not below what is needed: a row of JSON may have a million letters.
            int target = Math.max(columns - others, Math.min(second, widths[widest] - 1));
            widths[widest] = Math.max(NARROWEST, target);
        }
        return true;
    }

    private void printTable(PrintStream out, int[] widths) {
        printRow(out, headings, widths);
        int last = widths.length - 1;
        // The rule ends with the last heading: a long last column would draw it over several lines.
        int rule = total(widths)
                - (last < 0 ? 0 : widths[last] - Math.min(widths[last], TextLines.width(headings.get(last))));
        out.println("-".repeat(rule));
        rows.forEach(row -> {
            printRow(out, row.cells(), widths);
            row.below().forEach(line -> out.println(INDENT + line));
        });
    }

    private static void printRow(PrintStream out, List<String> cells, int[] widths) {
        List<List<String>> wrapped = IntStream.range(0, widths.length)
                .mapToObj(column -> TextLines.wrapped(cells.get(column), widths[column]))
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        for (int row = 0; row < height; row++) {
            StringBuilder line = new StringBuilder();
            int start = 0;
            for (int column = 0; column < widths.length; column++) {
                List<String> cell = wrapped.get(column);
                String part = row < cell.size() ? cell.get(row) : "";
                line.repeat(' ', start).append(part);
                start = widths[column] - TextLines.width(part) + GAP;
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private void printLists(PrintStream out) {
        int number = 0;
        for (Row row : rows) {
            number++;
            out.println("-- " + number + " --");
            for (int column = 0; column < headings.size(); column++) {
                out.println(headings.get(column) + ": " + row.cells().get(column));
            }
            row.below().forEach(line -> out.println(INDENT + line));
        }
        if (rows.isEmpty()) {
            out.println(String.join(", ", headings) + ": no rows");
        }
    }
}
