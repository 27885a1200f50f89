package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.descriptor.Stage;

/** Queue names as people say them. */
final class StageNames {

    private StageNames() {}

    static String shortName(String queue) {
        return Stage.ofQueue(queue).map(Stage::shortName).orElse(queue);
    }
}
