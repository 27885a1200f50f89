@NullMarked
package dev.producerdiscovery.secrets;

import org.jspecify.annotations.NullMarked;
