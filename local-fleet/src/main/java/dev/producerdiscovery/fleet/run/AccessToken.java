package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.process.FleetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The token that opens the fleet's services, from the variables from which they have it themselves. Its text is for the
 * request only.
 */
final class AccessToken {

    /** The operator's opens everything, so it comes first. */
    private static final List<String> VARIABLES =
            List.of("PRODUCER_DISCOVERY_OPERATOR_TOKEN", "PRODUCER_DISCOVERY_READER_TOKEN");

    /** What a header may carry. The HTTP client would name the whole value when it refuses another. */
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

    private final String text;

    private AccessToken(String text) {
        this.text = text;
    }

    static Optional<AccessToken> from(Map<String, String> environment) {
        for (String variable : VARIABLES) {
            String text = environment.getOrDefault(variable, "").strip();
            if (!text.isEmpty()) {
                if (!PRINTABLE.matcher(text).matches()) {
                    throw new FleetException(variable + " holds a space or a letter that no token can have, perhaps one"
                            + " that cannot be seen and came with copying. Set it again.");
                }
                return Optional.of(new AccessToken(text));
            }
        }
        return Optional.empty();
    }

    String header() {
        return "Bearer " + text;
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
