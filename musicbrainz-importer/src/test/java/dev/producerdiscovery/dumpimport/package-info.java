@NullMarked
package dev.producerdiscovery.dumpimport;

import org.jspecify.annotations.NullMarked;
