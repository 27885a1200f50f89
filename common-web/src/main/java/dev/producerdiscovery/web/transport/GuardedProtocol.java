package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.WebProperties.Connections;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP over {@link GuardedEndpoint}. The container makes it by its name, so the limits come afterwards. */
public final class GuardedProtocol extends Http11NioProtocol {

    public GuardedProtocol() {
        super(new GuardedEndpoint());
    }

    void limit(Connections limits) {
        ((GuardedEndpoint) getEndpoint()).limit(limits);
    }
}
