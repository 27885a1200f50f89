package dev.producerdiscovery.web.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes the connection of an answer that broke off. Without this the container would end it as if it were whole (the
 * last chunk of no length), and write a stack trace for a caller who merely went away.
 */
final class AnswerGuard extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (!Hangup.has(BrokenAnswer.class, e) && !Hangup.caused(e)) {
                throw e;
            }
            // What fails while a failure is being reported is closed by the container as it is, but told once more.
            if (request.getDispatcherType() != DispatcherType.ERROR) {
                throw new CloseNowException(e);
            }
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
