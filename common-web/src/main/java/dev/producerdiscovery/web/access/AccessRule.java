package dev.producerdiscovery.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Says why a request may not pass, whoever sends it; empty when it may. Thread-safe. */
@FunctionalInterface
interface AccessRule {

    Optional<String> refusal(HttpServletRequest request);

    default AccessRule and(AccessRule next) {
        return request -> refusal(request).or(() -> next.refusal(request));
    }
}
