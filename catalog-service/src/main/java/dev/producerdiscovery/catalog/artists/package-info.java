/** Artists: how far the pipeline is with one, its songs, and who produced them. */
@NullMarked
package dev.producerdiscovery.catalog.artists;

import org.jspecify.annotations.NullMarked;
