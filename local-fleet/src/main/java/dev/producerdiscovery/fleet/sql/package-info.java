/** A small SQL console for machines without {@code psql}. */
@NullMarked
package dev.producerdiscovery.fleet.sql;

import org.jspecify.annotations.NullMarked;
