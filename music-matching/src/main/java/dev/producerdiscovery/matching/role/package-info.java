/** What a source's credit label says a person did, by whole labels and never by a part of a word. */
@NullMarked
package dev.producerdiscovery.matching.role;

import org.jspecify.annotations.NullMarked;
