package dev.producerdiscovery.musicbrainz.sheet;

/**
 * Whom a recording is by, at MusicBrainz.
 *
 * @param printedName as credited there; the artist's own name where that does not differ
 */
public record SheetArtist(String id, String name, String printedName) {}
