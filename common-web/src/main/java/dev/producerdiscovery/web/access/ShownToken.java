package dev.producerdiscovery.web.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.web.util.WebUtils;

/** What a caller shows of who it is, not looked at yet: a token, the cookie of a signed-in browser, or both. */
final class ShownToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "Bearer ";

    private final String caller;
    private final @Nullable String token;
    private final @Nullable String cookie;

    private ShownToken(String caller, @Nullable String token, @Nullable String cookie) {
        super(Set.of());
        this.caller = caller;
        this.token = token;
        this.cookie = cookie;
    }

    /** @param caller the address that the request came from */
    static ShownToken of(String token, String caller) {
        return new ShownToken(caller, token, null);
    }

    /** Null when the request shows nothing. */
    static @Nullable ShownToken of(HttpServletRequest request) {
        String token = bearer(request);
        Cookie cookie = WebUtils.getCookie(request, SignInCookie.NAME);
        return token == null && cookie == null
                ? null
                : new ShownToken(request.getRemoteAddr(), token, cookie == null ? null : cookie.getValue());
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    Optional<String> cookie() {
        return Optional.ofNullable(cookie);
    }

    @Override
    public String getPrincipal() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return token;
    }
}
