package dev.producerdiscovery.descriptor;

import dev.producerdiscovery.descriptor.Setting.Kind;

public final class Wikidata implements ProviderDescriptor {

    @Override
    public Provider describe() {
        return Provider.named(
                        "wikidata",
                        "Wikidata",
                        new Gives(
                                "handles, sites and identifiers of people",
                                "1 per 200 people",
                                "none; off unless switched on"))
                .option(
                        "enabled",
                        "WIKIDATA_ENABLED",
                        "false",
                        "`true` switches it on; the contact is `MUSICBRAINZ_CONTACT`")
                .setting("api-url", "WIKIDATA_API_URL", Kind.ADDRESS, "another address")
                .setting("contact", "MUSICBRAINZ_CONTACT", Kind.OPTION, "")
                // The first item entered with a person in it
                .lookedAtBy("Q42", "id of an item")
                .endpoint("people", 7)
                .helps(Stage.SOCIAL_ENRICHMENT)
                .personPage("https://www.wikidata.org/wiki/")
                .build();
    }
}
