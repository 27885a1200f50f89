package dev.producerdiscovery.benchmarks.contender;

import java.util.function.IntConsumer;

/**
 * What a worker has to do.
 *
 * @param variant of the contender
 * @param batch messages taken at a time, where the engine leaves that to its user
 * @param handler is told the number of each job; quick and thread-safe
 * @param effects whether each job also writes its number into the table {@code effects}, in the safest way the engine
 *     offers
 */
record Work(String variant, int batch, IntConsumer handler, boolean effects) {

    static final String INSERT_EFFECT = "insert into effects (number) values (?::integer)";
}
