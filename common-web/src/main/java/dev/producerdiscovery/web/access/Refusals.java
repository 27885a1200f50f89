package dev.producerdiscovery.web.access;

import dev.producerdiscovery.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells a caller what is missing; never how near a wrong token came. Thread-safe. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Tokens tokens;
    private final boolean canSignIn;
    private final Problems problems;

    /** @param canSignIn whether there is a page for it, where browsers are sent that show nothing */
    Refusals(Tokens tokens, boolean canSignIn, Problems problems) {
        this.tokens = tokens;
        this.canSignIn = canSignIn;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyGuesses guesses) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(guesses.getWait().plusSeconds(1).toSeconds()));
            refuse(HttpStatus.TOO_MANY_REQUESTS, TooManyGuesses.DETAIL, request, response);
        } else if (canSignIn && isPage(request)) {
            String back = OwnPath.of(request.getRequestURI(), request.getContextPath());
            response.sendRedirect(request.getContextPath() + SignInController.PATH + "?to="
                    + URLEncoder.encode(back, StandardCharsets.UTF_8));
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"producer-discovery\"");
            refuse(
                    HttpStatus.UNAUTHORIZED,
                    "This needs the %s token in the header 'Authorization: Bearer …'."
                            .formatted(Role.changesNothing(request) ? "reader or operator" : "operator"),
                    request,
                    response);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) && Problems.prefersPage(request);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        String detail = tokens.hasOperator()
                ? "The reader token opens only what changes nothing. This needs the operator token."
                : "Nothing can be changed here: no operator token is configured.";
        refuse(HttpStatus.FORBIDDEN, detail, request, response);
    }

    private void refuse(HttpStatus status, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(ProblemDetail.forStatusAndDetail(status, detail), request, response);
    }
}
