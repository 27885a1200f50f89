package dev.producerdiscovery.fleet.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {

    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "é, 1",
        "e\u0301, 1",
        "日本, 4",
        "ﾊﾅ, 2",
        "Ｖｉ, 4",
        "한국, 4",
        "\u1112\u1161\u11ab, 2",
        "ー, 2",
        "…, 1",
        "♥, 1",
        "♥\ufe0f, 2",
        "🎵, 2",
        "👩\u200d👩\u200d👧, 2",
        "👍🏽, 2",
        "🇩🇪, 2",
        "שָׁלוֹם, 4",
        "𠮷, 2",
    })
    void text_is_as_wide_as_a_terminal_shows_it(String text, int columns) {
        assertThat(TextLines.width(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ハナヨヨヨ ナミサノレ", "one twothreefourfive six", "👩\u200d👩\u200d👧👩\u200d👩\u200d👧", "a"})
    void wrapped_lines_fit_and_lose_nothing(String text) {
        List<String> lines = TextLines.wrapped(text, 5);

        assertThat(lines).map(TextLines::width).allMatch(width -> width <= 5);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }
}
