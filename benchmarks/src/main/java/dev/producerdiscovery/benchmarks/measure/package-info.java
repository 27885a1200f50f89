/** What is measured of the queue engines: who does what when, on which server, and what it costs. */
@NullMarked
package dev.producerdiscovery.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
