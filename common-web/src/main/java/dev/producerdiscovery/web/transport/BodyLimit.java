package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses long bodies, at once or as soon as more than allowed has been read, and those that take too long. */
final class BodyLimit extends OncePerRequestFilter {

    private final DataSize max;
    private final Duration within;
    private final InstantSource clock;
    private final Problems problems;

    BodyLimit(DataSize max, Duration within, InstantSource clock, Problems problems) {
        this.max = max;
        this.within = within;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > max.toBytes()) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body must not be longer than %d bytes.".formatted(max.toBytes()));
            problems.write(problem, request, response);
        } else {
            chain.doFilter(new LimitedRequest(request, max.toBytes(), clock, within), response);
        }
    }
}
