@NullMarked
package dev.producerdiscovery.fleet;

import org.jspecify.annotations.NullMarked;
