/** What came out: medians, ratios, a table, a file for spreadsheets and a picture. */
@NullMarked
package dev.producerdiscovery.benchmarks.report;

import org.jspecify.annotations.NullMarked;
