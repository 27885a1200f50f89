package dev.producerdiscovery.catalog.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets only so many exports be under way: each holds a connection to the database for as long as its reader takes, and a
 * few slow readers would leave none for searches. Asks for HTTP/1.1, whose answers show where they break off; one of
 * HTTP/1.0 that ends early looks whole.
 */
final class ExportDoor implements HandlerInterceptor {

    static final int MOST = 3;
    private static final String RETRY_AFTER_SECONDS = "30";

    private final Semaphore places = new Semaphore(MOST);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getProtocol().equals("HTTP/1.0")) {
            throw refusal(
                    HttpStatus.UPGRADE_REQUIRED,
                    "An export needs HTTP/1.1, because an answer of HTTP/1.0 that breaks off looks whole.",
                    HttpHeaders.UPGRADE,
                    "HTTP/1.1");
        }
        if (!places.tryAcquire()) {
            throw refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    MOST + " exports are under way already. Try again when one of them has ended.",
                    HttpHeaders.RETRY_AFTER,
                    RETRY_AFTER_SECONDS);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        places.release();
    }

    private static ErrorResponseException refusal(HttpStatus status, String detail, String header, String value) {
        ErrorResponseException refusal =
                new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        refusal.getHeaders().set(header, value);
        return refusal;
    }
}
