@NullMarked
package dev.producerdiscovery.simulator;

import org.jspecify.annotations.NullMarked;
