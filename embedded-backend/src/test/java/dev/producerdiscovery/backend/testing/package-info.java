@NullMarked
package dev.producerdiscovery.backend.testing;

import org.jspecify.annotations.NullMarked;
