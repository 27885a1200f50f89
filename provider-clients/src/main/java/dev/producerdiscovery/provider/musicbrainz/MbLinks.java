package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import java.util.Map;

/**
 * What Spotify's pages are at MusicBrainz.
 *
 * @param artists whom the artist's page belongs to; none when it is unknown, several when it is said of several
 * @param releases by the Spotify ids of albums; unknown albums are missing
 */
public record MbLinks(List<String> artists, Map<String, List<String>> releases) {}
