package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.problem.BodyTooLong;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

final class LimitedStream extends ServletInputStream {

    private final ServletInputStream source;
    private final long max;
    private long read;

    LimitedStream(ServletInputStream source, long max) {
        this.source = source;
        this.max = max;
    }

    @Override
    public int read() throws IOException {
        int next = source.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = source.read(target, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    private void count(int more) throws BodyTooLong {
        read += more;
        if (read > max) {
            throw new BodyTooLong(max);
        }
    }

    @Override
    public boolean isFinished() {
        return source.isFinished();
    }

    @Override
    public boolean isReady() {
        return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        source.setReadListener(listener);
    }
}
