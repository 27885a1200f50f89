/** Gives a service what its web side is made of, by being on the class path. */
@NullMarked
package dev.producerdiscovery.web.autoconfigure;

import org.jspecify.annotations.NullMarked;
