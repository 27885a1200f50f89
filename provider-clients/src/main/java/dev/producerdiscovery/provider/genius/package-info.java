/** Genius: producers and writers of current songs as its community entered them, and their social handles. */
@NullMarked
package dev.producerdiscovery.provider.genius;

import org.jspecify.annotations.NullMarked;
