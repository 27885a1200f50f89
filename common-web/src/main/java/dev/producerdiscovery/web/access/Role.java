package dev.producerdiscovery.web.access;

import java.util.Set;
import org.springframework.http.HttpMethod;

/** What a caller may do. Later roles may do all that earlier ones may. */
enum Role {
    READER,
    OPERATOR;

    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    static Role neededFor(String method) {
        return READING.contains(method) ? READER : OPERATOR;
    }

    boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
