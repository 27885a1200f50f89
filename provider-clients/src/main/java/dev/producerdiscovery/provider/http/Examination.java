package dev.producerdiscovery.provider.http;

/**
 * What asking a provider for something well-known showed.
 *
 * @param detail what is wrong, for a person; empty when all is fine
 */
public record Examination(Condition condition, String detail) {

    static Examination fine() {
        return new Examination(Condition.FINE, "");
    }
}
