/** Takes results out as CSV or JSON, row by row, however many there are. */
@NullMarked
package dev.producerdiscovery.catalog.export;

import org.jspecify.annotations.NullMarked;
