package dev.producerdiscovery.worker;

/** A message whose sender may want a new look. The engine asks it, and tells handlers by {@link Delivery#refresh()}. */
public interface Refreshing {

    /** Whether no answer will do that was given before the message was sent. */
    boolean refreshes();
}
