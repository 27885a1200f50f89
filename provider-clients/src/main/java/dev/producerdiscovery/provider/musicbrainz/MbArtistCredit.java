package dev.producerdiscovery.provider.musicbrainz;

/**
 * One of the artists that a release or recording is by.
 *
 * @param name as printed, which may differ from the artist's own name
 * @param joinPhrase what stands between this and the next name, for example {@code " feat. "}; may be empty
 */
public record MbArtistCredit(String name, String joinPhrase, MbArtistRef artist) {}
