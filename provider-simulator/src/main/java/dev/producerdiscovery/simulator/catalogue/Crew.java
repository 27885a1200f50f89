package dev.producerdiscovery.simulator.catalogue;

import java.util.List;
import java.util.stream.Stream;

/**
 * The people behind the acts of one scene.
 *
 * @param copyists who produce for tribute acts: nobody who may be credited with the songs that they copy
 * @param translators Genius' own accounts, under whose names translated pages stand
 */
record Crew(
        List<Contributor> producers,
        List<Contributor> desk,
        List<Contributor> writers,
        List<Contributor> executives,
        List<Contributor> copyists,
        List<Contributor> translators) {

    Stream<Contributor> everybody() {
        return Stream.of(producers, desk, writers, executives, copyists, translators)
                .flatMap(List::stream);
    }
}
