@NullMarked
package dev.producerdiscovery.matching;

import org.jspecify.annotations.NullMarked;
