/** What sources claim about a song, and how it is written down. Nothing here knows any single source. */
@NullMarked
package dev.producerdiscovery.identification.evidence;

import org.jspecify.annotations.NullMarked;
