/** A dump as a file: compressed or not, with its description, line by line. */
@NullMarked
package dev.producerdiscovery.dumpimport.file;

import org.jspecify.annotations.NullMarked;
