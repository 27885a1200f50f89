package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.stage.testing.StageWalk;

class EnrichmentWalkTest extends StageWalk {}
