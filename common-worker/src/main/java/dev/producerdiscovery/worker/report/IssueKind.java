package dev.producerdiscovery.worker.report;

import dev.producerdiscovery.worker.engine.Ended;

/** Groups issues: as many kinds as there are exception classes, however many messages meet them. */
final class IssueKind {

    private IssueKind() {}

    static String of(Ended ended) {
        Throwable cause = ended.cause();
        String what = cause == null ? "failure" : cause.getClass().getSimpleName();
        return (ended.defect() ? "defect: " : "gave up: ") + what;
    }
}
