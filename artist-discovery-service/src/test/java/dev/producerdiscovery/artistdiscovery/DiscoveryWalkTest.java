package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.stage.testing.StageWalk;

class DiscoveryWalkTest extends StageWalk {}
