/** Spotify's catalogue: artists, their albums and tracks, in Development Mode and in Extended Quota Mode. */
@NullMarked
package dev.producerdiscovery.provider.spotify;

import org.jspecify.annotations.NullMarked;
