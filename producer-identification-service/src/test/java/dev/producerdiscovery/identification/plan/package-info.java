/** Which source is asked when. */
@NullMarked
package dev.producerdiscovery.identification.plan;

import org.jspecify.annotations.NullMarked;
