package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;

/** Answers requests that cannot be understood, and tells of the first of many: whoever scans sends thousands. Thread-safe. */
final class UnreadableRequests {

    private static final Logger log = LoggerFactory.getLogger(UnreadableRequests.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Problems problems;
    private final InstantSource clock;
    private final AtomicReference<Instant> lastTold = new AtomicReference<>(Instant.EPOCH);

    UnreadableRequests(Problems problems, InstantSource clock) {
        this.problems = problems;
        this.clock = clock;
    }

    void refuse(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Instant now = clock.instant();
        Instant before = lastTold.get();
        if (now.isAfter(before.plus(QUIET)) && lastTold.compareAndSet(before, now)) {
            log.info(
                    "{} {} is refused with {}, as further such requests are: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    problem.getStatus(),
                    problem.getDetail());
        }
        problems.write(problem, request, response);
    }
}
