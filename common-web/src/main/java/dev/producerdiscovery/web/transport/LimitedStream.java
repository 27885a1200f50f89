package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.problem.BodyTooLong;
import dev.producerdiscovery.web.problem.BodyTooSlow;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

final class LimitedStream extends ServletInputStream {

    private final ServletInputStream source;
    private final long max;
    private final InstantSource clock;
    private final Instant end;
    private long read;

    LimitedStream(ServletInputStream source, long max, InstantSource clock, Duration within) {
        this.source = source;
        this.max = max;
        this.clock = clock;
        this.end = clock.instant().plus(within);
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

    /** The container waits anew for every byte, so the whole is timed here. */
    private void count(int more) throws IOException {
        if (more > 0 && clock.instant().isAfter(end)) {
            throw new BodyTooSlow();
        }
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
