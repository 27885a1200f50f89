/** Answers of every kind, damaged in every way: each is read or refused as a failure that a worker understands. */
@NullMarked
package dev.producerdiscovery.provider.odd;

import org.jspecify.annotations.NullMarked;
