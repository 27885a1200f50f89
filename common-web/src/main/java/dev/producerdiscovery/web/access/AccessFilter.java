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

/** Stands before every request except probes and the files that the sign-in page is made with. */
final class AccessFilter extends OncePerRequestFilter {

    /** Neither tells anything about the data, and neither caller can hold a token. */
    private static final Pattern OPEN =
            Pattern.compile("/actuator/health(/liveness|/readiness)?|/assets/(style\\.css|icon\\.svg)");

    /** Whoever signs in has no token to show yet, but may not be sent by a foreign page either. */
    private static final AccessRule SIGN_IN_RULE = new OriginRule();

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
        return path.equals(request.getContextPath() + request.getServletPath())
                && OPEN.matcher(request.getServletPath()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean signsIn = canSignIn && request.getServletPath().equals(SignInController.PATH);
        Optional<Refusal> refusal = (signsIn ? SIGN_IN_RULE : rule).refusal(request);
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
        } else if (canSignIn && refusal.get().status() == HttpStatus.UNAUTHORIZED && isPage(request)) {
            response.sendRedirect(request.getContextPath() + SignInController.PATH + "?to="
                    + URLEncoder.encode(
                            OwnPath.of(request.getRequestURI(), request.getContextPath()), StandardCharsets.UTF_8));
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
        if (refusal.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(refusal.retryAfter().plusSeconds(1).toSeconds()));
        }
        problems.write(ProblemDetail.forStatusAndDetail(refusal.status(), refusal.detail()), request, response);
    }
}
