package dev.producerdiscovery.provider.tidewater;

import dev.producerdiscovery.provider.conformance.Operation;
import dev.producerdiscovery.provider.conformance.Operations;
import java.util.List;

public final class TidewaterOperations implements Operations {

    @Override
    public List<Operation> all() {
        return List.of(Operation.of("TIDEWATER_SONG", TidewaterClient.class, client -> client.song("71")));
    }
}
