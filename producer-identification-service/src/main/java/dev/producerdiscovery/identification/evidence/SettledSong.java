package dev.producerdiscovery.identification.evidence;

import java.util.List;
import java.util.UUID;

/**
 * A song whose identification ended.
 *
 * @param version as the song was when the sources were asked, or that it is provisional
 */
public record SettledSong(UUID id, String version, List<Answer> answers) {}
