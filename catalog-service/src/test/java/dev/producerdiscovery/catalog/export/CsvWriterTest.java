package dev.producerdiscovery.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    @Test
    void a_cell_is_quoted_where_it_would_be_read_as_several() {
        assertThat(row("plain", "a,b", "say \"hi\"", "two\nlines", null, 1.5, -3))
                .isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,1.5,-3\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\uFF1D1"})
    void a_name_that_is_a_formula_is_made_harmless(String name) {
        assertThat(row(name)).isEqualTo("'" + name + "\r\n");
    }

    @Test
    void a_formula_cannot_hide_behind_a_quote() {
        assertThat(row("=HYPERLINK(\"x\",\"y\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
    }

    private static String row(@Nullable Object... cells) {
        StringWriter out = new StringWriter();
        new CsvWriter(out).row(Arrays.asList(cells));
        return out.toString();
    }
}
