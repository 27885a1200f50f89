package dev.producerdiscovery.descriptor;

import dev.producerdiscovery.descriptor.Setting.Kind;

public final class Discogs implements ProviderDescriptor {

    @Override
    public Provider describe() {
        return Provider.named(
                        "discogs",
                        "Discogs",
                        new Gives(
                                "people's links, pictures and other names",
                                "1 an artist",
                                "a token from"
                                        + " [discogs.com/settings/developers](https://www.discogs.com/settings/developers)"))
                .setting("token", "DISCOGS_TOKEN", Kind.KEY, "personal token")
                .setting("api-url", "DISCOGS_API_URL", Kind.ADDRESS, "another address")
                // https://www.discogs.com/developers allows 60 a minute
                .rate("55/min")
                // The first release entered
                .lookedAtBy("1", "id of a release")
                .endpoint("search", 1)
                .endpoint("release", 14)
                .endpoint("artist", 7)
                .helps(Stage.SOCIAL_ENRICHMENT)
                .personPage("https://www.discogs.com/artist/")
                .build();
    }
}
