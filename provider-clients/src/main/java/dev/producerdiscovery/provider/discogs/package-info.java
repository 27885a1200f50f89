/** Discogs: the credits printed on physical releases, and links of the people named there. */
@NullMarked
package dev.producerdiscovery.provider.discogs;

import org.jspecify.annotations.NullMarked;
