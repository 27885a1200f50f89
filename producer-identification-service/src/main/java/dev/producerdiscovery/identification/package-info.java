@NullMarked
package dev.producerdiscovery.identification;

import org.jspecify.annotations.NullMarked;
