package dev.producerdiscovery.dumpimport.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream, each a stream of its own: some are many megabytes long, and nobody needs a whole one in memory.
 * What was not read of a line is skipped with the next one. Used by one thread.
 */
public final class Lines {

    private static final int BUFFER = 1 << 16;
    private static final int SKIPPED_AT_ONCE = 1 << 26;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final Line line = new Line();
    private int at;
    private int limit;
    private boolean lineEnded = true;
    private long number;
    private long bytes;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * Goes to where an interrupted import had come.
     *
     * @param lines lines before that place
     * @param bytes bytes before it
     * @param meanwhile called now and then, as this may take an hour
     * @throws EOFException when there is less
     * @throws ImportException when another file was read before, as no line ends there
     */
    public void skipTo(long lines, long bytes, Runnable meanwhile) throws IOException {
        if (lines == 0) {
            return;
        }
        for (long left = bytes - 1; left > 0; left -= Math.min(left, SKIPPED_AT_ONCE)) {
            in.skipNBytes(Math.min(left, SKIPPED_AT_ONCE));
            meanwhile.run();
        }
        int before = in.read();
        if (before < 0) {
            throw new EOFException("it ends before byte " + bytes);
        }
        // The last line need not be ended.
        if (before != '\n' && fill()) {
            throw new ImportException(
                    "This is not the file that was read before up to line %,d, as no line ends there. What was stored of that one gives way when the import of another dump begins"
                            .formatted(lines));
        }
        this.number = lines;
        this.bytes = bytes;
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() throws IOException {
        leaveLine();
        if (!fill()) {
            return false;
        }
        lineEnded = false;
        number++;
        return true;
    }

    /** What is left of the present line. */
    public InputStream line() {
        return line;
    }

    /** Of the present line, from 1. */
    public long number() {
        return number;
    }

    /** Bytes up to the end of the present line, which is left with this. */
    public long bytes() throws IOException {
        leaveLine();
        return bytes;
    }

    private void leaveLine() throws IOException {
        while (!lineEnded) {
            endOfLineIn(fill() ? limit : at);
        }
    }

    private boolean fill() throws IOException {
        if (at < limit) {
            return true;
        }
        at = 0;
        limit = Math.max(0, in.read(buffer, 0, BUFFER));
        return limit > 0;
    }

    /** Consumes up to {@code end} or the end of the line; how many bytes of the line that were. */
    private int endOfLineIn(int end) {
        int from = at;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        int found = at - from;
        bytes += found;
        if (at < end) {
            at++;
            bytes++;
            lineEnded = true;
        } else if (limit == 0) {
            lineEnded = true;
        }
        return found;
    }

    private final class Line extends InputStream {

        private final byte[] single = new byte[1];

        @Override
        public int read() throws IOException {
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (!lineEnded) {
                int from = fill() ? at : 0;
                int found = endOfLineIn(Math.min(limit, from + length));
                if (found > 0) {
                    System.arraycopy(buffer, from, target, offset, found);
                    return found;
                }
            }
            return -1;
        }
    }
}
