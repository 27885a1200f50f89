/**
 * Search over what the pipeline found, for programs and for people. Only reads: each package beneath is one read model
 * with its queries, its JSON and its pages.
 */
@NullMarked
package dev.producerdiscovery.catalog;

import org.jspecify.annotations.NullMarked;
