package dev.producerdiscovery.provider.http;

/** The outcome of a call that the provider understood. Everything else is thrown as a failure. */
public sealed interface Reply<T> {

    record Found<T>(T value) implements Reply<T> {}

    record Absent<T>() implements Reply<T> {}

    /** The provider finds fault with the request. */
    record Rejected<T>(String message) implements Reply<T> {}

    /** This application may not use the endpoint. */
    record NotAllowed<T>(String message) implements Reply<T> {}
}
