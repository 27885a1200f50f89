/** The rules of docs/architecture.md, executable. */
@NullMarked
package dev.producerdiscovery.architecture;

import org.jspecify.annotations.NullMarked;
