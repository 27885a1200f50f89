package dev.producerdiscovery.web.problem;

import dev.producerdiscovery.web.InvalidField;
import dev.producerdiscovery.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers every failure of a request that reached Spring MVC. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    static final String OUR_FAULT = "The request failed for a reason that lies with this service. Its log tells more.";

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidField failure, HttpServletRequest request) {
        return problems.answer(FieldError.problem(failure.field(), failure.getMessage()), HttpHeaders.EMPTY, request);
    }

    /** A record made of request parameters threw from its constructor. */
    @ExceptionHandler
    ResponseEntity<Object> invalid(BeanInstantiationException failure, HttpServletRequest request) {
        return failure.getCause() instanceof InvalidField refused
                ? invalid(refused, request)
                : defect(failure, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(NotFound failure, HttpServletRequest request) {
        return problems.answer(
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, failure.getMessage()),
                HttpHeaders.EMPTY,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> defect(Exception failure, HttpServletRequest request) {
        if (UnknownHealth.caused(failure)) {
            return missing(new NotFound("There is nothing at this address."), request);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return problems.answer(
                ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, OUR_FAULT),
                HttpHeaders.EMPTY,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(failure, UnreadableBody.problem(failure), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors =
                failure.getFieldErrors().stream().map(FieldError::of).toList();
        ProblemDetail problem = errors.isEmpty() ? failure.getBody() : FieldError.problem(errors);
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.toString(failure.getPropertyName(), "value");
        return handleExceptionInternal(
                failure,
                FieldError.problem(name, "%s must be %s.".formatted(name, ExpectedType.of(failure.getRequiredType()))),
                headers,
                status,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name = failure.getParameterName();
        return handleExceptionInternal(
                failure, FieldError.problem(name, name + " is missing."), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "There is nothing at this address.");
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest servlet = (ServletWebRequest) request;
        if (servlet.getResponse() != null && servlet.getResponse().isCommitted()) {
            return null;
        }
        ProblemDetail problem = body instanceof ProblemDetail detail ? detail : ProblemDetail.forStatus(status);
        return problems.answer(problem, headers, servlet.getRequest());
    }
}
