package dev.producerdiscovery.fleet.terminal;

import dev.producerdiscovery.fleet.process.FleetException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments as they were typed. The JVM decodes them by the shell's locale before {@code main} begins; where that has
 * no letters beyond ASCII, a Japanese name is fifteen replacement characters by then. So they are read once more, as the
 * bytes that the system keeps of them.
 */
public final class Utf8Arguments {

    /** Linux; elsewhere the JVM's own decoding is UTF-8 (macOS). */
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    private Utf8Arguments() {}

    /** @throws FleetException when they are not UTF-8: guessing would look for an artist whom nobody asked for */
    public static String[] of(String[] decoded) {
        if (decoded.length == 0 || !Files.isReadable(COMMAND_LINE)) {
            return decoded;
        }
        try {
            List<String> typed = last(decoded.length, Files.readAllBytes(COMMAND_LINE));
            return typed.size() == decoded.length ? typed.toArray(String[]::new) : decoded;
        } catch (IOException e) {
            return decoded;
        }
    }

    /** The last {@code count} of the words of a command line, each of which ends with a zero byte. */
    static List<String> last(int count, byte[] commandLine) {
        List<byte[]> words = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < commandLine.length; end++) {
            if (commandLine[end] == 0) {
                words.add(Arrays.copyOfRange(commandLine, start, end));
                start = end + 1;
            }
        }
        return words.subList(Math.max(0, words.size() - count), words.size()).stream()
                .map(Utf8Arguments::decode)
                .toList();
    }

    private static String decode(byte[] word) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(word))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FleetException("'" + new String(word, StandardCharsets.UTF_8) + "' is not UTF-8 text. "
                    + "Set the terminal to UTF-8, or give the artist's Spotify link instead of the name.");
        }
    }
}
