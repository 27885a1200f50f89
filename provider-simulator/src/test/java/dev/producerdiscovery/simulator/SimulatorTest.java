package dev.producerdiscovery.simulator;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The whole simulator on a free port, as it was at its start, with a clock and pauses in the test's hand. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestTime.class)
abstract class SimulatorTest {

    @Autowired
    Catalogue catalogue;

    @Autowired
    ManualClock clock;

    @Autowired
    TestTime.RecordedPauses pauses;

    Caller caller;

    @BeforeEach
    void reset(@LocalServerPort int port) {
        caller = new Caller(port);
        caller.post("/_reset", "application/json", "");
        pauses.made().clear();
    }

    Act example() {
        return catalogue.acts().get(1);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
