package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Results;

/** Something that is measured of all contenders, who take turns so that whatever else the machine does hits all alike. */
interface Measure {

    String name();

    void run(Contest contest, int runs, Results results) throws Exception;
}
