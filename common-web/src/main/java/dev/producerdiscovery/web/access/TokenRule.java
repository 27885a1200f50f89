package dev.producerdiscovery.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** Asks for the token that the request's method needs, as a bearer token or as the cookie of a signed-in browser. */
final class TokenRule implements AccessRule {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final SignInCookie cookie;
    private final Guesses guesses;

    TokenRule(Tokens tokens, SignInCookie cookie, Guesses guesses) {
        this.tokens = tokens;
        this.cookie = cookie;
        this.guesses = guesses;
    }

    @Override
    public Optional<Refusal> refusal(HttpServletRequest request) {
        Role needed = Role.neededFor(request.getMethod());
        Optional<String> bearer = bearer(request);
        Optional<Duration> wait = bearer.flatMap(token -> guesses.wait(request.getRemoteAddr()));
        if (wait.isPresent()) {
            return Optional.of(Refusal.tooManyGuesses(wait.get()));
        }
        Optional<Role> shown = bearer.flatMap(token -> roleOf(token, request)).or(() -> signedIn(request));
        if (shown.isEmpty()) {
            return Optional.of(Refusal.unauthorized("This needs the %s token in the header 'Authorization: Bearer …'."
                    .formatted(needed == Role.READER ? "reader or operator" : "operator")));
        }
        if (shown.get().covers(needed)) {
            return Optional.empty();
        }
        return Optional.of(Refusal.forbidden(
                tokens.hasOperator()
                        ? "The reader token opens only what changes nothing. This needs the operator token."
                        : "Nothing can be changed here: no operator token is configured."));
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private Optional<Role> roleOf(String token, HttpServletRequest request) {
        Optional<Role> role = tokens.roleOf(token);
        if (role.isPresent()) {
            guesses.right(request.getRemoteAddr());
        } else {
            guesses.wrong(request.getRemoteAddr());
        }
        return role;
    }

    private Optional<Role> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, SignInCookie.NAME))
                .flatMap(found -> cookie.roleOf(found.getValue()));
    }
}
