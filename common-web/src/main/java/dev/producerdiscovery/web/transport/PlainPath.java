package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.UnfitText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Refuses a path that the container had to straighten ({@code /assets/../queues}, {@code //}, {@code ;x}): some of us would
 * go by what was asked and others by what became of it.
 */
final class PlainPath extends OncePerRequestFilter {

    private final UnreadableRequests unreadable;

    PlainPath(UnreadableRequests unreadable) {
        this.unreadable = unreadable;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request)) {
            chain.doFilter(request, response);
        } else {
            unreadable.refuse(
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.BAD_REQUEST,
                            "The path must be written plainly, in UTF-8, without . and .. and ;"),
                    request,
                    response);
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return !UnfitText.isUnfit(path)
                && request.getRequestURI().startsWith(request.getContextPath())
                && decoded(request.getRequestURI()
                                .substring(request.getContextPath().length()))
                        .equals(path);
    }

    private static String decoded(String path) {
        try {
            return UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
