/** What a worker tells those who watch: log lines, metrics, queue_metrics rows and worker_issues. */
@NullMarked
package dev.producerdiscovery.worker.report;

import org.jspecify.annotations.NullMarked;
