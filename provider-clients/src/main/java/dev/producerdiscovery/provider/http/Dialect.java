package dev.producerdiscovery.provider.http;

/** How a provider says what. Thread-safe. */
public interface Dialect {

    Verdict judge(Answer answer);
}
