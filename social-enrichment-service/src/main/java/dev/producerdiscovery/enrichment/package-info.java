@NullMarked
package dev.producerdiscovery.enrichment;

import org.jspecify.annotations.NullMarked;
