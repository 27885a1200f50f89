/** The title as a source: "prod. by" names somebody without any call, but only the uploader says so. */
@NullMarked
package dev.producerdiscovery.identification.title;

import org.jspecify.annotations.NullMarked;
