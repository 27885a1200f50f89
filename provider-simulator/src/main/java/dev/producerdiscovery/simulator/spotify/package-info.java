/** Answers as Spotify's accounts service and Web API do, in Development Mode or Extended Quota Mode. */
@NullMarked
package dev.producerdiscovery.simulator.spotify;

import org.jspecify.annotations.NullMarked;
