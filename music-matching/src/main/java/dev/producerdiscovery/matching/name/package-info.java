/** Names of people and acts: their comparison keys, their aliases, and credit lines that hold several of them. */
@NullMarked
package dev.producerdiscovery.matching.name;

import org.jspecify.annotations.NullMarked;
