package dev.producerdiscovery.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** What a caller may do. */
enum Role implements GrantedAuthority {
    READER,
    OPERATOR;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    static RoleHierarchy hierarchy() {
        return RoleHierarchyImpl.fromHierarchy(OPERATOR + " > " + READER);
    }

    static boolean changesNothing(HttpServletRequest request) {
        return READING.contains(HttpMethod.valueOf(request.getMethod()));
    }

    /** @param known what {@link #known()} gave */
    static Role of(Authentication known) {
        return (Role) Objects.requireNonNull(known.getPrincipal());
    }

    /** Callers have no names: who shows a token is whom it makes of him. */
    Authentication known() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, Set.of(this));
    }

    @Override
    public String getAuthority() {
        return name();
    }
}
