package dev.producerdiscovery.worker.engine.message;

/** The body of a message that was read. */
public sealed interface Body {

    /** A JSON object. */
    record Inline(String json) implements Body {}

    /** Too large to come along with the others; {@link LargeBodies} brings it. */
    record Stored() implements Body {}

    /** There is none that a handler could take. */
    record Unusable(String defect) implements Body {}
}
