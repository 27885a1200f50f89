/** The real processes, a real database and the simulator: whole runs, undisturbed and with everything going wrong. */
@NullMarked
package dev.producerdiscovery.endtoend;

import org.jspecify.annotations.NullMarked;
