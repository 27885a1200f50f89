@NullMarked
package dev.producerdiscovery.catalog;

import org.jspecify.annotations.NullMarked;
