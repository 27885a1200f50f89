package dev.producerdiscovery.web.access;

import dev.producerdiscovery.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before every request except probes, the sign-in page and the files that pages are made with. */
final class AccessFilter extends OncePerRequestFilter {

    /** Neither tells anything about the data, and neither caller can hold a token. */
    private static final Pattern OPEN = Pattern.compile("/actuator/health(/.*)?|/assets/.*|/webjars/.*");

    private final AccessRule rule;
    private final boolean canSignIn;
    private final Problems problems;

    AccessFilter(AccessRule rule, boolean canSignIn, Problems problems) {
        this.rule = rule;
        this.canSignIn = canSignIn;
        this.problems = problems;
    }

    /** A path that the container had to straighten ({@code /assets/../queues}) may lead elsewhere than it seems. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(request.getServletPath())
                && (OPEN.matcher(path).matches() || (canSignIn && path.equals(SignInController.PATH)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Refusal> refusal = rule.refusal(request);
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
        } else if (canSignIn && refusal.get().status() == HttpStatus.UNAUTHORIZED && isPage(request)) {
            response.sendRedirect(SignInController.PATH + "?to="
                    + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
        } else {
            refuse(refusal.get(), request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && Problems.prefersPage(request);
    }

    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (refusal.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"producer-discovery\"");
        }
        problems.write(ProblemDetail.forStatusAndDetail(refusal.status(), refusal.detail()), request, response);
    }
}
