package dev.producerdiscovery.fleet.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The terminal on standard output, if there is one. Whether there is one the script tells: the JVM would need a newer
 * version for that than the oldest that is supported.
 */
public final class Terminal {

    /** What is written into a file or a pipe is never broken into lines. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int USUAL_COLUMNS = 80;
    private static final int FEWEST_COLUMNS = 20;

    private Terminal() {}

    /** Lets both streams write UTF-8, whatever the locale says. */
    public static void useUtf8() {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(stream)), true, StandardCharsets.UTF_8);
    }

    /** Whether somebody types what is read, and sees what is written. */
    public static boolean isConversation() {
        return Boolean.getBoolean("fleet.input.terminal") && Boolean.getBoolean("fleet.output.terminal");
    }

    /** Whether lines can be drawn again in their place. */
    public static boolean isRedrawable() {
        return Boolean.getBoolean("fleet.output.terminal")
                && !"dumb".equals(System.getenv().getOrDefault("TERM", "dumb"));
    }

    /** How many columns there are at the moment; {@link #UNLIMITED} when it is no terminal. */
    public static int columns() {
        if (!Boolean.getBoolean("fleet.output.terminal")) {
            return UNLIMITED;
        }
        return columns(System.getenv(), sizeOfTerminal());
    }

    /** @param size rows and columns, as {@code stty size} prints them; zeros where nobody knows */
    static int columns(Map<String, String> environment, String size) {
        int given = number(environment.getOrDefault("COLUMNS", ""));
        int asked = number(size.substring(size.indexOf(' ') + 1));
        int columns = given > 0 ? given : asked > 0 ? asked : USUAL_COLUMNS;
        return Math.max(FEWEST_COLUMNS, columns);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }

    private static String sizeOfTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return stty.waitFor() == 0 ? size : "";
        } catch (IOException e) {
            // No controlling terminal, or no such program: the usual width will do.
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
