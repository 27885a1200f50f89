/** Decisions: which candidate of a provider is our song or our artist, with "none" and "ambiguous" as answers. */
@NullMarked
package dev.producerdiscovery.matching.match;

import org.jspecify.annotations.NullMarked;
