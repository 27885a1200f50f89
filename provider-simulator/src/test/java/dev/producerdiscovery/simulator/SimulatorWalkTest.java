package dev.producerdiscovery.simulator;

import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.web.walk.EndpointWalk;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SimulatorWalkTest extends EndpointWalk {

    private final Catalogue catalogue;
    private final Caller caller;

    SimulatorWalkTest(@Autowired Catalogue catalogue, @LocalServerPort int port) {
        this.catalogue = catalogue;
        this.caller = new Caller(port);
    }

    /** The walk itself changes how long tokens are good for. */
    @Override
    protected List<String> manners() {
        caller.faults("{\"tokenLifeSeconds\": 3600, \"developmentMode\": false}");
        return List.of(
                "User-Agent: " + Caller.AGENT,
                "Accept: application/json",
                "Authorization: Bearer "
                        + caller.token().json().path("access_token").asString());
    }

    @Override
    protected Map<String, String> known() {
        return Map.of(
                "id", catalogue.acts().get(1).spotifyId(),
                "mbid", String.valueOf(catalogue.acts().get(1).who().ids().mbid()),
                "version", "v21.0");
    }
}
