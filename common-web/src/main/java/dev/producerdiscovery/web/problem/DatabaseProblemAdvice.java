package dev.producerdiscovery.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells the caller's mistakes that the database noticed from a database that does not answer. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(DatabaseProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private static final Duration QUIET = Duration.ofMinutes(5);

    private final Problems problems;
    private final InstantSource clock;
    private final AtomicReference<Instant> lastTold = new AtomicReference<>(Instant.EPOCH);

    DatabaseProblemAdvice(Problems problems, InstantSource clock) {
        this.problems = problems;
        this.clock = clock;
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> failed(RuntimeException failure, HttpServletRequest request) {
        return switch (DatabaseFailure.of(failure)) {
            case BAD_ARGUMENT -> answer(HttpStatus.BAD_REQUEST, DatabaseFailure.sentenceOf(failure), request);
            case UNKNOWN_THING -> answer(HttpStatus.NOT_FOUND, DatabaseFailure.sentenceOf(failure), request);
            case AWAY -> away(failure, request);
            case DEFECT -> defect(failure, request);
        };
    }

    private ResponseEntity<Object> away(RuntimeException failure, HttpServletRequest request) {
        tell(failure, request);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, DatabaseFailure.absenceOf(failure) + " Try again shortly.");
        return problems.answer(problem, headers, request);
    }

    /** Once in a while, because an open page asks every few seconds. */
    private void tell(RuntimeException failure, HttpServletRequest request) {
        Instant now = clock.instant();
        Instant before = lastTold.get();
        if (now.isBefore(before.plus(QUIET)) || !lastTold.compareAndSet(before, now)) {
            return;
        }
        log.warn(
                "{} {} {} and further requests are answered with 503: {}",
                DatabaseFailure.absenceOf(failure),
                request.getMethod(),
                request.getRequestURI(),
                DatabaseFailure.sentenceOf(failure));
    }

    private ResponseEntity<Object> defect(RuntimeException failure, HttpServletRequest request) {
        log.error("{} {} failed in the database", request.getMethod(), request.getRequestURI(), failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, ProblemAdvice.OUR_FAULT, request);
    }

    private ResponseEntity<Object> answer(HttpStatus status, String detail, HttpServletRequest request) {
        return problems.answer(ProblemDetail.forStatusAndDetail(status, detail), HttpHeaders.EMPTY, request);
    }
}
