package dev.producerdiscovery.simulator.truth;

import dev.producerdiscovery.simulator.catalogue.Catalogue.Placed;
import dev.producerdiscovery.simulator.catalogue.Recording;
import java.util.List;

/**
 * Everything about the recordings of one song that the same people made.
 *
 * @param recording the first of them
 * @param tracks every place of any of them on the artist's releases
 * @param credits empty for songs that nobody credits
 */
public record SongTruth(
        Recording recording, List<Placed> tracks, List<KnownCredit> credits, List<Lookalike> mustNotBeCredited) {}
