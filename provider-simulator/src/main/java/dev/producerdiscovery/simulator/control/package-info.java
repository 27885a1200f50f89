/** The simulator's own pages, under paths that begin with an underscore: what is true, what happened, what shall fail. */
@NullMarked
package dev.producerdiscovery.simulator.control;

import org.jspecify.annotations.NullMarked;
