/**
 * Answers of the providers, kept in this process and in Redis for as long as their kind allows. They save calls and
 * decide nothing: without Redis, or with whatever may stand in it, results are the same.
 */
@NullMarked
package dev.producerdiscovery.provider.cache;

import org.jspecify.annotations.NullMarked;
