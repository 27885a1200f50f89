/** What may still be asked of each outside provider, and what a provider holds up. */
@NullMarked
package dev.producerdiscovery.monitor.budgets;

import org.jspecify.annotations.NullMarked;
