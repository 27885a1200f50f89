package dev.producerdiscovery.web.problem;

import dev.producerdiscovery.web.InvalidField;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what is wrong with a body: too long, refused by a request record, the wrong type in a field, or no JSON. */
final class UnreadableBody {

    private UnreadableBody() {}

    /** Whether the rest of it did not come, or not in time. */
    static boolean isIncomplete(Throwable failure) {
        return isLate(failure) || Hangup.has(EOFException.class, failure);
    }

    private static boolean isLate(Throwable failure) {
        return Hangup.has(SocketTimeoutException.class, failure) || Hangup.has(BodyTooSlow.class, failure);
    }

    static ProblemDetail problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidField refused) {
                return FieldError.problem(refused.field(), refused.getMessage());
            }
            if (cause instanceof BodyTooLong tooLong) {
                return ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, tooLong.getMessage());
            }
        }
        if (isLate(failure)) {
            return ProblemDetail.forStatusAndDetail(
                    HttpStatus.REQUEST_TIMEOUT, "The body did not arrive in the time that it may take.");
        }
        if (Hangup.has(EOFException.class, failure)) {
            return badRequest("The body ended before it was whole.");
        }
        if (Hangup.has(CharacterCodingException.class, failure)) {
            return badRequest("The body is not in the encoding that it says.");
        }
        return failure.getCause() instanceof JacksonException json ? problem(json) : badRequest("The body is missing.");
    }

    private static ProblemDetail problem(JacksonException failure) {
        String field = fieldOf(failure.getPath());
        if (failure instanceof MismatchedInputException mismatch) {
            String expected = ExpectedType.of(mismatch.getTargetType());
            return field.isEmpty()
                    ? badRequest("The body must be %s.".formatted(expected))
                    : FieldError.problem(field, "%s must be %s.".formatted(field, expected));
        }
        return badRequest("The body is not valid JSON%s.".formatted(positionOf(failure)));
    }

    private static String positionOf(JacksonException failure) {
        return failure.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(
                                failure.getLocation().getLineNr(),
                                failure.getLocation().getColumnNr());
    }

    private static String fieldOf(@Nullable List<Reference> path) {
        return path == null
                ? ""
                : path.stream()
                        .map(UnreadableBody::step)
                        .collect(Collectors.joining())
                        .replaceFirst("^\\.", "");
    }

    private static String step(Reference reference) {
        return reference.getPropertyName() == null
                ? "[" + reference.getIndex() + "]"
                : "." + reference.getPropertyName();
    }

    private static ProblemDetail badRequest(String detail) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
    }
}
