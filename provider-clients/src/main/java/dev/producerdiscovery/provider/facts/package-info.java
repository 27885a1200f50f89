/** What was learned about a provider and is worth knowing everywhere and after a restart, such as a refused endpoint. */
@NullMarked
package dev.producerdiscovery.provider.facts;

import org.jspecify.annotations.NullMarked;
