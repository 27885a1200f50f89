@NullMarked
package dev.producerdiscovery.backend;

import org.jspecify.annotations.NullMarked;
