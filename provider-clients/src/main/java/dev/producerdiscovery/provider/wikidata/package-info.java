/** Wikidata: identifiers and social handles of people, many at a time. */
@NullMarked
package dev.producerdiscovery.provider.wikidata;

import org.jspecify.annotations.NullMarked;
