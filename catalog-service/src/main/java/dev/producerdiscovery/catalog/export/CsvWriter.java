package dev.producerdiscovery.catalog.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> has it. A text that a spreadsheet would
 * run as a formula gets an apostrophe in front (<a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV
 * injection</a>): names come from outside, and anybody may call themselves {@code =HYPERLINK(…)}.
 */
public final class CsvWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer target;

    public CsvWriter(Writer target) {
        this.target = target;
    }

    /** Null becomes an empty cell; numbers are written as they are, everything else as text. */
    public void row(List<? extends @Nullable Object> cells) {
        try {
            target.write(cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return value instanceof Number ? text : quoted(harmless(text));
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
