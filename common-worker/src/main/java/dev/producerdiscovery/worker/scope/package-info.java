/** What work is done for, as those know it who call a provider for it. */
@NullMarked
package dev.producerdiscovery.worker.scope;

import org.jspecify.annotations.NullMarked;
