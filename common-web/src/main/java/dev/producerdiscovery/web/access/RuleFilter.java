package dev.producerdiscovery.web.access;

import dev.producerdiscovery.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what a rule speaks against, whatever token is shown with it. */
final class RuleFilter extends OncePerRequestFilter {

    private final AccessRule rule;
    private final Problems problems;

    RuleFilter(AccessRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> refusal = rule.refusal(request);
        if (refusal.isPresent()) {
            problems.write(ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, refusal.get()), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
