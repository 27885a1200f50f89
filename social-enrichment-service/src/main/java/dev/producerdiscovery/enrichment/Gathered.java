package dev.producerdiscovery.enrichment;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that the sources said.
 *
 * @param findings in the order of trust
 * @param answers one for each question
 */
record Gathered(List<Findings> findings, List<Inquiry> answers) {

    Gathered {
        findings = List.copyOf(findings);
        answers = List.copyOf(answers);
    }

    /** This and what was found later, which is trusted less. */
    Gathered and(Gathered later) {
        return new Gathered(
                Stream.concat(findings.stream(), later.findings.stream()).toList(),
                Stream.concat(answers.stream(), later.answers.stream()).toList());
    }
}
