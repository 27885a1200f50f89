/** Producers: search over them, and everything known about one. */
@NullMarked
package dev.producerdiscovery.catalog.producers;

import org.jspecify.annotations.NullMarked;
