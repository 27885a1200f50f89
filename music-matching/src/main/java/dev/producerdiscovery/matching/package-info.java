/**
 * Rules for comparing what music services call the same thing: titles, people, roles. Pure functions without
 * input or output, so that every stage decides alike and a decision can be repeated. The rules sit in the
 * sub-packages; all of them are immutable or stateless and safe for use by any number of threads.
 */
@NullMarked
package dev.producerdiscovery.matching;

import org.jspecify.annotations.NullMarked;
