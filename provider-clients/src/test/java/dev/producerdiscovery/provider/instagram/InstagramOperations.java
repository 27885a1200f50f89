package dev.producerdiscovery.provider.instagram;

import dev.producerdiscovery.provider.conformance.Operation;
import dev.producerdiscovery.provider.conformance.Operations;
import java.util.List;

public final class InstagramOperations implements Operations {

    @Override
    public List<Operation> all() {
        return List.of(
                Operation.of("INSTAGRAM_META", InstagramClient.class, client -> client.profile("maravale")),
                Operation.of("INSTAGRAM_OTHER", InstagramClient.class, client -> client.profile("maravale")));
    }
}
