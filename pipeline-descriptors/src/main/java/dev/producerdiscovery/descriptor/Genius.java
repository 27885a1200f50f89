package dev.producerdiscovery.descriptor;

import dev.producerdiscovery.descriptor.Setting.Kind;

public final class Genius implements ProviderDescriptor {

    @Override
    public Provider describe() {
        return Provider.named(
                        "genius",
                        "Genius",
                        new Gives(
                                "producers and writers of current songs, Instagram handles",
                                "1 to find an artist and 1 per 50 songs listed there, 1 a song that is open and has a page, 1"
                                        + " more [where the list does not tell](#genius-by-artist); 1 a producer",
                                "a client access token from [genius.com/api-clients](https://genius.com/api-clients)"))
                .simulated("access-token", "GENIUS_ACCESS_TOKEN", Kind.KEY, "simulated", "client access token")
                .simulated("api-url", "GENIUS_API_URL", Kind.ADDRESS, "{simulator}/genius", "another address")
                // It states no limit.
                .rate("3/s")
                // The first song entered
                .lookedAtBy("1", "id of a song")
                .endpoint("search", 1)
                .endpoint("song", 14)
                .endpoint("artist", 7)
                .endpoint("artist-songs", 1)
                .helps(Stage.PRODUCER_IDENTIFICATION)
                .helps(Stage.SOCIAL_ENRICHMENT)
                // A search and a page for every song that nobody else knows and no list has
                .credits(100, "0", "2")
                .build();
    }
}
