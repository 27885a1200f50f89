package dev.producerdiscovery.web.transport;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request whose body ends in an error after so many bytes or so much time. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final long max;
    private final InstantSource clock;
    private final Duration within;
    private @Nullable LimitedStream body;

    LimitedRequest(HttpServletRequest request, long max, InstantSource clock, Duration within) {
        super(request);
        this.max = max;
        this.clock = clock;
        this.within = within;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedStream(super.getInputStream(), max, clock, within);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        Charset charset = Optional.ofNullable(getCharacterEncoding())
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
}
