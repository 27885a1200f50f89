package dev.producerdiscovery.provider.discogs;

import dev.producerdiscovery.provider.conformance.Operation;
import dev.producerdiscovery.provider.conformance.Operations;
import java.util.List;

public final class DiscogsOperations implements Operations {

    @Override
    public List<Operation> all() {
        return List.of(
                Operation.of(
                        "DISCOGS_SEARCH", DiscogsClient.class, client -> client.releasesByBarcode("0123456789012")),
                Operation.of("DISCOGS_RELEASE", DiscogsClient.class, client -> client.release(301)),
                Operation.of("DISCOGS_ARTIST", DiscogsClient.class, client -> client.artist(52)));
    }
}
