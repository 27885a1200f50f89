/**
 * Brings a database to the schema that the services expect: PGMQ or a schema that behaves like it, then the Flyway
 * migrations under {@code db/migration}, then what fills new tables from old ones and indexes large ones, then the
 * passwords of the roles. Or to the engine alone. Usable as a library and as a one-shot job.
 */
@NullMarked
package dev.producerdiscovery.migrations;

import org.jspecify.annotations.NullMarked;
