/** Unicode-correct folding of text: what people read as equal becomes equal, and nothing else does. */
@NullMarked
package dev.producerdiscovery.matching.text;

import org.jspecify.annotations.NullMarked;
