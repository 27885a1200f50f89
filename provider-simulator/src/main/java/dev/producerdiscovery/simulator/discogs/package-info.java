/** Answers as Discogs' API does: releases with people in free-text roles, and no codes but barcodes. */
@NullMarked
package dev.producerdiscovery.simulator.discogs;

import org.jspecify.annotations.NullMarked;
