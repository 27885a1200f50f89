package dev.producerdiscovery.web.problem;

import dev.producerdiscovery.secrets.Secrets;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Gives a problem the form that the caller can read: JSON for programs, a page for a person's browser. Thread-safe. */
public final class Problems {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Whether the caller named HTML as something that it takes; programs that take anything get JSON. */
    public static boolean prefersPage(HttpServletRequest request) {
        List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        return accepted.stream().anyMatch(header -> header.contains(MediaType.TEXT_HTML_VALUE));
    }

    /** @param reason completes the sentence that starts with the field's name */
    public static ProblemDetail ofField(String field, String reason) {
        return FieldError.problem(field, field + " " + reason);
    }

    /** @param failure met while a body was read */
    public static ProblemDetail ofBody(Throwable failure) {
        return UnreadableBody.problem(failure);
    }

    ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.getStatus()).headers(headers);
        prepare(problem, request);
        return prefersPage(request)
                ? answer.contentType(PAGE).body(ProblemPage.of(problem, request.getContextPath()))
                : answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /** Answers from outside of Spring MVC, where nothing else would render the problem. */
    public void write(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        prepare(problem, request);
        boolean page = prefersPage(request);
        byte[] body = page
                ? ProblemPage.of(problem, request.getContextPath()).getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setContentType(page ? PAGE.toString() : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void prepare(ProblemDetail problem, HttpServletRequest request) {
        Optional.ofNullable(problem.getDetail()).map(Secrets::hide).ifPresent(problem::setDetail);
        locate(problem, request);
    }

    private static void locate(ProblemDetail problem, HttpServletRequest request) {
        if (problem.getInstance() == null) {
            // Where an error is reported, the request's own path is that of the report.
            Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                    .map(Object::toString)
                    .or(() -> Optional.ofNullable(request.getRequestURI()))
                    .map(Problems::uri)
                    .ifPresent(problem::setInstance);
        }
    }

    /** Null for a path that is no URI: an answer without it is better than none. */
    private static @Nullable URI uri(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
