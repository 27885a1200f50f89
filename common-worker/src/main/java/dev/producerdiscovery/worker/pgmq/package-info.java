/** PGMQ over JDBC: leases fenced by the read count, sending, and waking by LISTEN. Works with PGMQ 1.5 and newer. */
@NullMarked
package dev.producerdiscovery.worker.pgmq;

import org.jspecify.annotations.NullMarked;
