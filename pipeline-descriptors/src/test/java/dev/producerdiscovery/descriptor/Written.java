package dev.producerdiscovery.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A part of a file that is written from the descriptors. {@code -Ddocs=write} renews it; otherwise it has to be current.
 *
 * @param mark what the line before the part holds; the line after it holds {@link #END}
 */
record Written(String file, String mark, String content) {

    static final String END = "end of what is written";

    private static final Path ROOT = Path.of("..");

    static String read(String file) {
        return text(ROOT.resolve(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it where that is wanted, else checks it. */
    void renewOrCheck() {
        if (!"write".equals(System.getProperty("docs"))) {
            check();
            return;
        }
        try {
            Files.writeString(ROOT.resolve(file), in(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails, with the first line that differs, unless the file is current: the whole of both would hide it. */
    void check() {
        String document = read(file);
        List<String> is = document.lines().toList();
        List<String> shouldBe = in(document).lines().toList();
        for (int line = 0; line < Math.max(is.size(), shouldBe.size()); line++) {
            assertThat(line < is.size() ? is.get(line) : "(the end)")
                    .as(
                            "line %d of %s, which can be renewed: mvn -q -pl pipeline-descriptors test -Ddocs=write",
                            line + 1, file)
                    .isEqualTo(line < shouldBe.size() ? shouldBe.get(line) : "(the end)");
        }
    }

    /** The document with this part in it. */
    String in(String document) {
        List<String> lines = document.lines().toList();
        int begin = line(lines, mark, 0);
        int end = line(lines, END, begin);
        return String.join("\n", lines.subList(0, begin + 1))
                + "\n"
                + content.strip()
                + "\n"
                + String.join("\n", lines.subList(end, lines.size()))
                + "\n";
    }

    private int line(List<String> lines, String words, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return i;
            }
        }
        throw new AssertionError(file + " has no line with: " + words);
    }
}
