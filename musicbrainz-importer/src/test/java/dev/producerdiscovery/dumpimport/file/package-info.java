@NullMarked
package dev.producerdiscovery.dumpimport.file;

import org.jspecify.annotations.NullMarked;
