package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.UnfitText;
import dev.producerdiscovery.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the parameters before anybody else does: the container throws at whoever happens to ask first, which would be
 * taken for a failure of ours.
 */
final class Parameters extends OncePerRequestFilter {

    private final UnreadableRequests unreadable;

    Parameters(UnreadableRequests unreadable) {
        this.unreadable = unreadable;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest read;
        Optional<ProblemDetail> refusal;
        try {
            read = FormRequest.isForm(request) ? FormRequest.read(request) : request;
            refusal = refusal(read.getParameterMap());
        } catch (InvalidParameterException e) {
            read = request;
            refusal = Optional.of(ProblemDetail.forStatusAndDetail(
                    HttpStatus.BAD_REQUEST,
                    "The parameters cannot be read: too many, or not encoded as they must be."));
        } catch (IOException e) {
            read = request;
            refusal = Optional.of(Problems.ofBody(e));
        }
        if (refusal.isEmpty()) {
            chain.doFilter(read, response);
        } else {
            unreadable.refuse(refusal.get(), request, response);
        }
    }

    private static Optional<ProblemDetail> refusal(Map<String, String[]> parameters) {
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            if (UnfitText.isUnfit(parameter.getKey())) {
                return Optional.of(ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "The name of a parameter " + UnfitText.REASON + "."));
            }
            if (Arrays.stream(parameter.getValue()).anyMatch(UnfitText::isUnfit)) {
                return Optional.of(Problems.ofField(parameter.getKey(), UnfitText.REASON + "."));
            }
        }
        return Optional.empty();
    }
}
