@NullMarked
package dev.producerdiscovery.albumdiscovery;

import org.jspecify.annotations.NullMarked;
