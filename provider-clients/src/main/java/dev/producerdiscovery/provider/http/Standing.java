package dev.producerdiscovery.provider.http;

/**
 * How a provider does.
 *
 * @param on false for one without its key, whose detail says what is not set
 */
public record Standing(String provider, boolean on, Examination examination) {

    static Standing off(String provider, String reason) {
        return new Standing(provider, false, new Examination(Condition.FINE, reason));
    }
}
