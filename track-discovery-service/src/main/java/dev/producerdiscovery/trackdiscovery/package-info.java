@NullMarked
package dev.producerdiscovery.trackdiscovery;

import org.jspecify.annotations.NullMarked;
