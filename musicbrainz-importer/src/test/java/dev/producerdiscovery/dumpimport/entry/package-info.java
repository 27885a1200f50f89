@NullMarked
package dev.producerdiscovery.dumpimport.entry;

import org.jspecify.annotations.NullMarked;
