/** Answers of every kind, damaged in every way: each is read or refused as a failure that a worker understands. */
@NullMarked
package dev.producerdiscovery.provider.conformance;

import org.jspecify.annotations.NullMarked;
