/** Carries out what handlers decided, in the transaction that also acknowledges the message. */
@NullMarked
package dev.producerdiscovery.worker.engine.settling;

import org.jspecify.annotations.NullMarked;
