package dev.producerdiscovery.provider.wikidata;

import dev.producerdiscovery.provider.conformance.Operation;
import dev.producerdiscovery.provider.conformance.Operations;
import java.util.List;

public final class WikidataOperations implements Operations {

    @Override
    public List<Operation> all() {
        return List.of(Operation.of(
                "WIKIDATA_PEOPLE",
                WikidataClient.class,
                client -> client.people(WikidataKey.SPOTIFY_ARTIST, List.of("a"))));
    }
}
