package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Metric;
import dev.producerdiscovery.benchmarks.report.Results;
import java.util.function.Supplier;

/**
 * What a measurement used, whoever did it.
 *
 * @param wal bytes
 * @param serverCpu seconds
 * @param othersCpu seconds that processes used that have nothing to do with the measurement
 */
record Costs(
        double wal, double transactions, double serverCpu, double othersCpu, double seconds, ContenderAnswer answer) {

    private static final double QUIET = 0.1;

    /** Lets a contender do something, and looks at the server before and after, when nobody else is connected. */
    static Costs of(Contest contest, Engine engine, Supplier<ContenderAnswer> work) {
        Server server = contest.server();
        server.awaitNobody(engine);
        long wal = server.wal();
        long transactions = server.transactions(engine);
        double serverCpu = server.cpu();
        double own = contest.cpu();
        double machine = CpuTime.ofMachine();
        long start = System.nanoTime();
        ContenderAnswer answer = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        double others = CpuTime.ofMachine() - machine - (contest.cpu() - own);
        server.awaitNobody(engine);
        return new Costs(
                server.wal() - wal,
                server.transactions(engine) - transactions,
                server.cpu() - serverCpu,
                others,
                seconds,
                answer);
    }

    void addTo(Results results, String measure, String contender, int jobs) {
        results.add(measure, contender, Metric.WAL, wal / jobs);
        results.add(measure, contender, Metric.TRANSACTIONS_PER_JOB, transactions / jobs);
        results.add(measure, contender, Metric.SERVER_CPU, serverCpu * 1e6 / jobs);
        results.add(measure, contender, Metric.CLIENT_CPU, answer.number("cpu") / jobs);
        warn(results);
    }

    /** Short measurements are left alone: CPU time is counted in hundredths of a second. */
    void warn(Results results) {
        if (seconds > 0.3 && othersCpu / seconds > QUIET) {
            results.remark("Other processes used more than 10 % of a core during some runs: the machine was not idle, "
                    + "measure again before quoting figures");
        }
    }
}
