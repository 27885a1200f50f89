package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.UnfitText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets no path in that the container had to straighten ({@code /assets/../queues}, {@code //}, {@code ;x}): some of us would
 * go by what was asked and others by what became of it. Of a request it looks at nothing but the path. It would look at the
 * rest only where that is read, in the midst of answering; methods, headers and parameters have their own guards.
 */
final class PlainPaths extends StrictHttpFirewall {

    PlainPaths() {
        // Nobody decodes a path twice.
        setAllowUrlEncodedPercent(true);
        setUnsafeAllowAnyHttpMethod(true);
        setAllowedHeaderNames(name -> true);
        setAllowedHeaderValues(value -> true);
        setAllowedParameterNames(name -> true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        if (UnfitText.isUnfit(request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), ""))) {
            throw new RequestRejectedException("The path " + UnfitText.REASON + ".");
        }
        return super.getFirewalledRequest(request);
    }
}
