package dev.producerdiscovery.simulator.http;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The container throws at whoever asks for a parameter first, which is an endpoint. */
@RestControllerAdvice
class UnreadableParameters {

    @ExceptionHandler
    ProblemDetail refused(InvalidParameterException refusal) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The parameters cannot be read: too many, or not encoded as they must be.");
    }
}
