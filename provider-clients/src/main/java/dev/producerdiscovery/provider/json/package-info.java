/** Reads the providers' JSON without ever failing over an odd value: what is missing is null, empty, or noted as a gap. */
@NullMarked
package dev.producerdiscovery.provider.json;

import org.jspecify.annotations.NullMarked;
