/**
 * The face of the worker library: a stage extends {@link dev.producerdiscovery.worker.BaseWorker}, receives a
 * {@link dev.producerdiscovery.worker.Delivery} and answers with an {@link dev.producerdiscovery.worker.Outcome}.
 * Everything that makes this safe lives in the packages beneath and is of no concern to a stage.
 */
@NullMarked
package dev.producerdiscovery.worker;

import org.jspecify.annotations.NullMarked;
