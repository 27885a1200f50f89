package dev.producerdiscovery.descriptor;

import dev.producerdiscovery.descriptor.Setting.Kind;

public final class MusicBrainz implements ProviderDescriptor {

    @Override
    public Provider describe() {
        return Provider.named(
                        "musicbrainz",
                        "MusicBrainz",
                        new Gives(
                                "artists, albums and tracks where Spotify is not asked; credits of a hundred recordings at"
                                        + " once; artists' links",
                                "[as catalogue](#musicbrainz-as-catalogue) 2 an artist and 1 per 100 of its releases or"
                                        + " 500 tracks, credits among them; beside Spotify 1 an artist with up to 99 albums to map, 1 per 100 of its recordings, 1 per 100 of its"
                                        + " releases, 1 a release for [what these lack](#what-is-asked-of-musicbrainz);"
                                        + " none for what [an imported dump](musicbrainz-dump.md) has; 1 an artist for profiles",
                                "no key; a contact for the User-Agent"))
                .simulated(
                        "contact",
                        "MUSICBRAINZ_CONTACT",
                        Kind.CONTACT,
                        // The simulator is as strict about it as MusicBrainz is.
                        "{simulator}",
                        "an e-mail or web address; MusicBrainz refuses callers that name none")
                .simulated(
                        "api-url",
                        "MUSICBRAINZ_API_URL",
                        Kind.ADDRESS,
                        "{simulator}/musicbrainz/ws/2",
                        "for [a mirror](#a-mirror-of-musicbrainz); needs no contact")
                // One a second, https://musicbrainz.org/doc/MusicBrainz_API/Rate_Limiting, less what the way there may
                // squeeze together
                .rate("1/1020ms")
                // Various Artists
                .lookedAtBy("89ad4ac3-39f7-470e-963a-56509c546377", "id of an artist")
                .endpoint("url", 1)
                .endpoint("recordings", 7)
                // Of the same day, so that a list is of one moment, and no older than it is taken for.
                .endpoint("releases", 1)
                .endpoint("release-groups", 7)
                .endpoint("release", 14)
                .endpoint("isrc", 7)
                .endpoint("artist", 7)
                .endpoint("artist-search", 1)
                // As the catalogue of runs that ask for it, or where Spotify cannot be asked
                .helps(Stage.ARTIST_DISCOVERY)
                .helps(Stage.ALBUM_DISCOVERY)
                .helps(Stage.TRACK_DISCOVERY)
                .helps(Stage.PRODUCER_IDENTIFICATION)
                .helps(Stage.SOCIAL_ENRICHMENT)
                // Which release each album is, a hundred at a time, and each release with all its credits
                .credits(200, "1.01", "0")
                .personPage("https://musicbrainz.org/artist/")
                .build();
    }
}
