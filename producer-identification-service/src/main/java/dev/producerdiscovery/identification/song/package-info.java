/** The song to identify as the database knows it, and what was answered about it before. */
@NullMarked
package dev.producerdiscovery.identification.song;

import org.jspecify.annotations.NullMarked;
