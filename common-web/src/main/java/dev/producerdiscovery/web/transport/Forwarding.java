package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.problem.Problems;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Believes a known proxy that says for whom, under which name and below which path it asks
 * (<a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239</a>, or the headers {@code X-Forwarded-*}); what anybody else
 * says of that is taken out of the request.
 */
final class Forwarding implements Filter {

    private static final String STANDARD = "Forwarded";
    private static final String CUSTOMARY = "X-Forwarded-";

    private final Proxies proxies;
    private final Problems problems;
    private final ForwardedHeaderFilter believing = new ForwardedHeaderFilter();
    private final ForwardedHeaderFilter removing = new ForwardedHeaderFilter();

    Forwarding(Proxies proxies, Problems problems) {
        this.proxies = proxies;
        this.problems = problems;
        believing.setRelativeRedirects(true);
        removing.setRemoveOnly(true);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        if (!proxies.contains(http.getRemoteAddr())) {
            removing.doFilter(request, response, chain);
        } else if (http.getHeader(STANDARD) != null && hasCustomary(http)) {
            refuse(http, (HttpServletResponse) response);
        } else {
            believing.doFilter(new LastForwarder(http, proxies), response, chain);
        }
    }

    private static boolean hasCustomary(HttpServletRequest request) {
        return request.getHeader(CUSTOMARY + "Host") != null
                || request.getHeader(CUSTOMARY + "Proto") != null
                || request.getHeader(CUSTOMARY + "Prefix") != null
                || request.getHeader(CUSTOMARY + "For") != null;
    }

    /** A proxy writes one of the two, and passes the other on as its caller sent it. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "Either Forwarded or X-Forwarded-* may be sent, not both."),
                request,
                response);
    }
}
