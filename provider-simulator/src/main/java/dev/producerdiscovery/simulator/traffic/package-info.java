/** Every call on its way to a provider's face: counted, delayed, limited, and spoilt where a fault was asked for. */
@NullMarked
package dev.producerdiscovery.simulator.traffic;

import org.jspecify.annotations.NullMarked;
