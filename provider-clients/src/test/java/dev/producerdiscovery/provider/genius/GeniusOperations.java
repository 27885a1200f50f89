package dev.producerdiscovery.provider.genius;

import dev.producerdiscovery.provider.conformance.Operation;
import dev.producerdiscovery.provider.conformance.Operations;
import java.util.List;

public final class GeniusOperations implements Operations {

    @Override
    public List<Operation> all() {
        return List.of(
                Operation.of("GENIUS_SEARCH", GeniusClient.class, client -> client.search("Undertow")),
                Operation.of("GENIUS_SONG", GeniusClient.class, client -> client.song(71)),
                Operation.of("GENIUS_ARTIST", GeniusClient.class, client -> client.artist(9)),
                Operation.of("GENIUS_SONGS", GeniusClient.class, client -> client.artistSongs(5, 1)));
    }
}
