package dev.producerdiscovery.web.access;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/**
 * Knows a caller by the token that it shows, as often as {@link Guesses} allow, or by the cookie that it got for one.
 * Thread-safe.
 */
final class Callers implements AuthenticationManager {

    private final Tokens tokens;
    private final SignInCookie cookie;
    private final Guesses guesses;

    Callers(Tokens tokens, SignInCookie cookie, Guesses guesses) {
        this.tokens = tokens;
        this.cookie = cookie;
        this.guesses = guesses;
    }

    /**
     * @param shown a {@link ShownToken}
     * @throws TooManyGuesses when its token is not even looked at
     */
    @Override
    public Authentication authenticate(Authentication shown) {
        return roleOf((ShownToken) shown)
                .map(Role::known)
                .orElseThrow(() -> new BadCredentialsException("This is no token of this service."));
    }

    private Optional<Role> roleOf(ShownToken shown) {
        return shown.token()
                .flatMap(token -> roleOf(token, shown.getPrincipal()))
                .or(() -> shown.cookie().flatMap(cookie::roleOf));
    }

    private Optional<Role> roleOf(String token, String caller) {
        guesses.wait(caller).ifPresent(wait -> {
            throw new TooManyGuesses(wait);
        });
        Optional<Role> role = tokens.roleOf(token);
        if (role.isPresent()) {
            guesses.right(caller);
        } else {
            guesses.wrong(caller);
        }
        return role;
    }
}
