/** Songs and their history. */
@NullMarked
package dev.producerdiscovery.identification.song;

import org.jspecify.annotations.NullMarked;
