/**
 * Databases for tests: one PostgreSQL and one Redis for the whole JVM, and for each test that asks a migrated database
 * of its own, cloned from a template in a fraction of a second.
 */
@NullMarked
package dev.producerdiscovery.backend.testing;

import org.jspecify.annotations.NullMarked;
