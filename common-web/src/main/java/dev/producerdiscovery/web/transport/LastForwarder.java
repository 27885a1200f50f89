package dev.producerdiscovery.web.transport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of {@code X-Forwarded-For} the one caller that our own proxies saw, the last that is none of them, and of
 * {@code Forwarded} what the last proxy added. Whatever stands before it the caller may have written.
 */
final class LastForwarder extends HttpServletRequestWrapper {

    private static final String FOR = "X-Forwarded-For";
    private static final String STANDARD = "Forwarded";

    private final Proxies proxies;

    LastForwarder(HttpServletRequest request, Proxies proxies) {
        super(request);
        this.proxies = proxies;
    }

    @Override
    public @Nullable String getHeader(String name) {
        if (FOR.equalsIgnoreCase(name)) {
            return caller();
        }
        return STANDARD.equalsIgnoreCase(name)
                ? hops(STANDARD).reversed().stream().findFirst().orElse(null)
                : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        boolean ours = FOR.equalsIgnoreCase(name) || STANDARD.equalsIgnoreCase(name);
        String value = ours ? getHeader(name) : null;
        return value == null ? super.getHeaders(name) : Collections.enumeration(List.of(value));
    }

    private @Nullable String caller() {
        List<String> hops = hops(FOR);
        return hops.reversed().stream()
                .filter(hop -> !proxies.contains(hop))
                .findFirst()
                .orElse(hops.isEmpty() ? null : hops.getFirst());
    }

    private List<String> hops(String name) {
        String chain = String.join(",", Collections.list(super.getHeaders(name)));
        return Arrays.stream(chain.split(","))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .toList();
    }
}
