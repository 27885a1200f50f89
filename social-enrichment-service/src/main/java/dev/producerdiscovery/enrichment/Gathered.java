package dev.producerdiscovery.enrichment;

import java.util.List;

/**
 * All that the sources said.
 *
 * @param findings in the order of trust
 * @param answers one for each question
 */
record Gathered(List<Findings> findings, List<Answer> answers) {

    Gathered {
        findings = List.copyOf(findings);
        answers = List.copyOf(answers);
    }
}
