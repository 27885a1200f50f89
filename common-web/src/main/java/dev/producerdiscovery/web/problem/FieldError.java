package dev.producerdiscovery.web.problem;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** One refused value: part of the problem detail's property {@code errors}; the first is also in {@code field}. */
record FieldError(String field, String message) {

    /** @param errors at least one */
    static ProblemDetail problem(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, first.message());
        problem.setProperty("field", first.field());
        problem.setProperty("errors", errors);
        return problem;
    }

    static ProblemDetail problem(String field, String message) {
        return problem(List.of(new FieldError(field, message)));
    }
}
