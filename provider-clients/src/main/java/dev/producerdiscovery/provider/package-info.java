@NullMarked
package dev.producerdiscovery.provider;

import org.jspecify.annotations.NullMarked;
