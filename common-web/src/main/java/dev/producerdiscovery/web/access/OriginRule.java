package dev.producerdiscovery.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Guards against foreign pages that make the user's browser send requests here. Browsers say where a request comes
 * from, in {@code Origin} or {@code Sec-Fetch-Site} (<a href="https://www.w3.org/TR/fetch-metadata/">Fetch
 * Metadata</a>); other clients say nothing and pass. Following a link to a page is let through.
 */
final class OriginRule implements AccessRule {

    private static final Set<String> OWN_OR_USER = Set.of("same-origin", "none");
    private static final Set<String> LINK_METHODS = Set.of("GET", "HEAD");

    @Override
    public Optional<String> refusal(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean own = origin != null ? isOwn(origin, request) : cameFromHere(request);
        return own ? Optional.empty() : Optional.of("A page of another site may not call this service.");
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        return authority(origin).filter(own(request)::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            URI from = URI.create(origin);
            return Optional.ofNullable(from.getAuthority())
                    .map(authority -> withoutDefaultPort(authority, Objects.toString(from.getScheme(), "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As a known proxy says, or as the request itself does. A proxy may speak TLS without saying so. */
    private static String own(HttpServletRequest request) {
        return withoutDefaultPort(request.getServerName() + ":" + request.getServerPort(), request.getScheme());
    }

    private static String withoutDefaultPort(String authority, String scheme) {
        String port = scheme.equals("https") ? ":443" : ":80";
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }

    private static boolean cameFromHere(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        return site == null || OWN_OR_USER.contains(site) || followsLink(request);
    }

    private static boolean followsLink(HttpServletRequest request) {
        return LINK_METHODS.contains(request.getMethod()) && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }
}
