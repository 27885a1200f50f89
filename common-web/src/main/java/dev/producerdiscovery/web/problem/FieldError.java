package dev.producerdiscovery.web.problem;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** One refused value: part of the problem detail's property {@code errors}; the first is also in {@code field}. */
record FieldError(String field, String message) {

    static FieldError of(org.springframework.validation.FieldError error) {
        String reason = error.isBindingFailure()
                ? "must be "
                        + ExpectedType.of(
                                error.unwrap(TypeMismatchException.class).getRequiredType()) + "."
                : Objects.toString(error.getDefaultMessage(), "is not allowed.");
        return new FieldError(error.getField(), error.getField() + " " + reason);
    }

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
