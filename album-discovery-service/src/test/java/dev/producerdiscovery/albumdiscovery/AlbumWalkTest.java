package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.stage.testing.StageWalk;

class AlbumWalkTest extends StageWalk {}
