package dev.producerdiscovery.benchmarks.pipeline;

import java.util.List;
import java.util.Map;

/**
 * All that a run has shown.
 *
 * @param complete whether it came to its end
 * @param conditions on what, and how, was measured
 * @param remarks what a reader has to know beside
 * @param processes by component
 * @param messages that were ended, by queue
 * @param calls that providers answered, by provider
 * @param statements that were sent most often
 * @param functions of the database that took longest
 * @param slowest the longest of the slow statements
 */
record Findings(
        boolean complete,
        List<String> conditions,
        List<String> remarks,
        Map<String, Integer> processes,
        Ledger ledger,
        Map<String, Long> messages,
        Map<String, Long> calls,
        Activity activity,
        List<Cost> statements,
        List<Cost> functions,
        List<SlowStatement> slowest) {}
