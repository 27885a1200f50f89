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
                                "2 a song, 1 a producer",
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
                .helps(Stage.PRODUCER_IDENTIFICATION)
                .helps(Stage.SOCIAL_ENRICHMENT)
                // A search and a page for every song that nobody else knows
                .credits(100, "0", "2")
                .build();
    }
}
