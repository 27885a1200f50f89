/** Song titles taken apart: the song itself, the recording of it that is meant, and the people a title names. */
@NullMarked
package dev.producerdiscovery.matching.title;

import org.jspecify.annotations.NullMarked;
