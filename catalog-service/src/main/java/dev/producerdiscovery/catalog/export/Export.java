package dev.producerdiscovery.catalog.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** Sends rows as a file while they are being read. */
@Component
public class Export {

    /** Where rows come from: calls its argument with one row after the other. */
    @FunctionalInterface
    public interface Rows<T> {
        void forEach(Consumer<T> row);
    }

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    /** Without it Excel takes the file for another encoding. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonMapper json;

    Export(JsonMapper json) {
        this.json = json;
    }

    /** @param forExcel begins with a byte order mark, which other programs may stumble over */
    public <T> void csv(
            HttpServletResponse response,
            String name,
            boolean forExcel,
            List<String> columns,
            Rows<T> rows,
            Function<T, List<? extends @Nullable Object>> cells)
            throws IOException {
        describe(response, CSV, name + ".csv");
        // Holds the first rows back: a search that fails at once is still answered as a problem.
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        if (forExcel) {
            out.write(BYTE_ORDER_MARK);
        }
        CsvWriter csv = new CsvWriter(out);
        csv.row(columns);
        rows.forEach(row -> csv.row(cells.apply(row)));
        out.flush();
    }

    public <T> void json(HttpServletResponse response, String name, Rows<T> rows) throws IOException {
        describe(response, MediaType.APPLICATION_JSON, name + ".json");
        // Closed only when all went well: closing ends the list, and a broken answer would look like a short one.
        SequenceWriter out = json.writer().writeValuesAsArray(response.getOutputStream());
        rows.forEach(out::write);
        out.close();
    }

    private static void describe(HttpServletResponse response, MediaType type, String fileName) {
        response.setContentType(type.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
    }
}
