/** What is kept of a line of a dump. */
@NullMarked
package dev.producerdiscovery.dumpimport.entry;

import org.jspecify.annotations.NullMarked;
