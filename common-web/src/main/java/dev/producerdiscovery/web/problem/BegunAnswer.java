package dev.producerdiscovery.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Comes before every other answer to a failure: an answer whose beginning is on its way cannot become a problem any
 * more. It is broken off, so that the caller sees that it is not whole.
 */
final class BegunAnswer implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(BegunAnswer.class);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (response.isCommitted()) {
            tell(request, failure);
            throw new BrokenAnswer(failure);
        }
        if (Hangup.caused(failure) && !Hangup.isSlowness(failure)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return new ModelAndView();
        }
        return null;
    }

    private static void tell(HttpServletRequest request, Exception failure) {
        if (Hangup.caused(failure)) {
            log.debug("The caller of {} {} went away", request.getMethod(), request.getRequestURI());
        } else if (Hangup.has(SQLException.class, failure)) {
            log.warn(
                    "{} {} broke off in the midst of its answer: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    failure.getMessage());
        } else {
            log.error(
                    "{} {} broke off in the midst of its answer",
                    request.getMethod(),
                    request.getRequestURI(),
                    failure);
        }
    }
}
