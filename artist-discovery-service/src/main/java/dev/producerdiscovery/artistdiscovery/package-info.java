@NullMarked
package dev.producerdiscovery.artistdiscovery;

import org.jspecify.annotations.NullMarked;
