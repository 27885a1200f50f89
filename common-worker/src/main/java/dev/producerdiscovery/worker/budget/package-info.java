/** One budget per provider across all replicas: short-window rates, day-long quotas, bans and outages. */
@NullMarked
package dev.producerdiscovery.worker.budget;

import org.jspecify.annotations.NullMarked;
