/**
 * Stage 5 of the pipeline: finds out how a producer can be reached. Every profile comes from a page that is linked to
 * the producer's identity at a source; no name is ever guessed into a handle.
 */
@NullMarked
package dev.producerdiscovery.enrichment;

import org.jspecify.annotations.NullMarked;
