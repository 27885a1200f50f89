@NullMarked
package dev.producerdiscovery.monitor;

import org.jspecify.annotations.NullMarked;
