package dev.producerdiscovery.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Guards against DNS rebinding: a foreign page can make its own host name point at this service, and its browser then
 * takes our answers for that page's own. Such a request carries the foreign name, so only names that no stranger can
 * own are let in.
 */
final class HostRule implements AccessRule {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?|\\[?(0{1,4}:){7}0{0,3}1]?");
    /** An address, or a name without a dot as containers and hosts of a local network have it. */
    private static final Pattern LOCAL_NETWORK = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.%]+]|[^.:]+");

    private final Predicate<String> known;
    private final Set<String> allowed;

    private HostRule(Predicate<String> known, Set<String> allowed) {
        this.known = known;
        this.allowed = allowed;
    }

    static HostRule loopback(Set<String> allowed) {
        return new HostRule(LOOPBACK.asMatchPredicate(), allowed);
    }

    static HostRule localNetwork(Set<String> allowed) {
        return new HostRule(LOOPBACK.asMatchPredicate().or(LOCAL_NETWORK.asMatchPredicate()), allowed);
    }

    @Override
    public Optional<String> refusal(HttpServletRequest request) {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        return known.test(host) || allowed.contains(host)
                ? Optional.empty()
                : Optional.of("This service does not go by the host name of the request. Use localhost, "
                        + "or add the name to producer-discovery.web.allowed-hosts.");
    }
}
