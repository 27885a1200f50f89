package dev.producerdiscovery.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed before or beside Spring MVC, where {@link ProblemAdvice} does not reach. */
@Controller
class ProblemErrorController implements ErrorController {

    private final Problems problems;

    ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    @Nullable
    ResponseEntity<Object> error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            // What was sent breaks off here; an appended problem would be taken for a part of it.
            return null;
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Asked for directly, there was no error: the path simply leads nowhere.
        HttpStatus status = code instanceof Integer number ? statusOf(number) : HttpStatus.NOT_FOUND;
        return problems.answer(problem(status, request), HttpHeaders.EMPTY, request);
    }

    private static ProblemDetail problem(HttpStatus status, HttpServletRequest request) {
        // The container remembers that it could not read a body, and puts that in the place of any answer, as our
        // fault.
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && UnreadableBody.isIncomplete(failure)) {
            return UnreadableBody.problem(failure);
        }
        return ProblemDetail.forStatusAndDetail(
                status,
                status.is5xxServerError()
                        ? ProblemAdvice.OUR_FAULT
                        : "The request could not be understood or leads nowhere.");
    }

    private static HttpStatus statusOf(int code) {
        HttpStatus known = HttpStatus.resolve(code);
        if (known == null) {
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return switch (known) {
            // A coding or version of HTTP that nobody has is the caller's mistake; 5xx would count as a failure of
            // ours.
            case NOT_IMPLEMENTED, HTTP_VERSION_NOT_SUPPORTED -> HttpStatus.BAD_REQUEST;
            default -> known;
        };
    }
}
