package dev.producerdiscovery.monitor.providers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What the last look at an outside API showed.
 *
 * @param condition {@code fine}, {@code down}, {@code blocked} or {@code changed}
 * @param detail what is wrong; empty when all is fine
 * @param since since when it has been in this condition
 * @param checkedAt when it was last asked
 */
public record ProviderCheck(String provider, String condition, String detail, Instant since, Instant checkedAt) {

    @JsonProperty
    public boolean fine() {
        return condition.equals("fine");
    }

    /** What a person should do about it; empty when all is fine. */
    @JsonProperty
    public String advice() {
        return switch (condition) {
            case "down" -> "Nothing needs to be done: work that needs it waits, and goes on by itself.";
            case "blocked" ->
                "Look after the account or its keys, or wait until the stated time. Work that needs it waits.";
            case "changed" ->
                "It no longer says all that it used to, and what it does not say is not found out. See whether there is a"
                        + " newer version of this program.";
            default -> "";
        };
    }
}
