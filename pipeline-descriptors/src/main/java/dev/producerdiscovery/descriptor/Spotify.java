package dev.producerdiscovery.descriptor;

import dev.producerdiscovery.descriptor.Setting.Kind;

public final class Spotify implements ProviderDescriptor {

    @Override
    public Provider describe() {
        return Provider.named(
                        "spotify",
                        "Spotify",
                        new Gives(
                                "artists, albums, tracks, ISRC, UPC, where its keys are given; no credits at all",
                                "1 a search or artist; in Development Mode 1 per 10 albums to list them and 1 an album with"
                                        + " its first 50 tracks, else 1 per 50 albums, 1 per 20 albums with their first"
                                        + " tracks, 1 per 50 tracks",
                                "an app at [developer.spotify.com](https://developer.spotify.com/dashboard), whose"
                                        + " owner needs Premium"))
                .simulated("client-id", "SPOTIFY_CLIENT_ID", Kind.KEY, "simulated", "id of the app")
                .simulated("client-secret", "SPOTIFY_CLIENT_SECRET", Kind.KEY, "simulated", "secret of the app")
                .simulated("api-url", "SPOTIFY_API_URL", Kind.ADDRESS, "{simulator}/spotify/v1", "another address")
                .simulated(
                        "accounts-url",
                        "SPOTIFY_ACCOUNTS_URL",
                        Kind.ADDRESS,
                        "{simulator}/spotify-accounts",
                        "another address for access tokens")
                .setting(
                        "market",
                        "SPOTIFY_MARKET",
                        Kind.OPTION,
                        "two-letter country, `US` by default; without a market Spotify lists every album once a market")
                .setting(
                        "daily-quota",
                        "SPOTIFY_DAILY_QUOTA",
                        Kind.OPTION,
                        "calls to each group of endpoints in any 24 hours; 550 by default"
                                + " [in Development Mode](#the-days-quota), else none; 0 for none")
                // A little below what it allows:
                // https://developer.spotify.com/documentation/web-api/concepts/rate-limits
                // names no figure, 180 calls in 30 seconds is what applications are seen to get.
                .rate("180/30s")
                // Various Artists
                .lookedAtBy("0LyfQWJT6nXafLPZqxe9Of", "id of an artist")
                .endpoint("search", 1)
                .endpoint("artist", 1)
                .endpoint("artist-albums", 1)
                .endpoint("album", 7)
                // Each of them is kept as if it had been asked for by itself.
                .endpoint("albums", 0)
                .endpoint("album-tracks", 7)
                .endpoint("tracks", 14)
                // Who has a token is let in: it is never kept.
                .endpoint("token", 0)
                .neededBy(Stage.ARTIST_DISCOVERY, "search", "artist")
                .neededBy(Stage.ALBUM_DISCOVERY, "artist-albums")
                .neededBy(Stage.TRACK_DISCOVERY, "album", "albums", "album-tracks", "tracks")
                .personPage("https://open.spotify.com/artist/")
                .build();
    }
}
