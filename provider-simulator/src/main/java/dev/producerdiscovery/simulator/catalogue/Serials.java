package dev.producerdiscovery.simulator.catalogue;

/** Running numbers as Genius and Discogs give them; every scene has its own range. Not thread-safe. */
final class Serials {

    private static final long PER_SCENE = 100_000;

    private long last;

    Serials(int scene) {
        last = (scene + 1) * PER_SCENE;
    }

    long next() {
        return ++last;
    }
}
