package dev.producerdiscovery.simulator.behaviour;

import java.time.Duration;

/**
 * What Spotify grants this application.
 *
 * @param developmentMode pages of ten, no batch reads, fewer fields; otherwise Extended Quota Mode
 * @param tokenLife how long an access token is good for
 */
public record SpotifyTerms(boolean developmentMode, Duration tokenLife) {}
