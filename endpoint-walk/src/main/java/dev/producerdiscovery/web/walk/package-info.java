/** Walks over every endpoint of a service with hostile input. Each service's tests inherit it. */
@NullMarked
package dev.producerdiscovery.web.walk;

import org.jspecify.annotations.NullMarked;
