package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.stage.testing.StageWalk;

class TrackWalkTest extends StageWalk {}
