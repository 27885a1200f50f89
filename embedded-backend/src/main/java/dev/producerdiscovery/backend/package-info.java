/**
 * A real PostgreSQL and a real Redis from Maven artifacts, for machines that have neither. What runs here is what runs
 * in production, so nothing has to be imitated for local runs and tests.
 */
@NullMarked
package dev.producerdiscovery.backend;

import org.jspecify.annotations.NullMarked;
