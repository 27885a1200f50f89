package dev.producerdiscovery.identification;

import dev.producerdiscovery.stage.testing.StageWalk;

class IdentificationWalkTest extends StageWalk {}
