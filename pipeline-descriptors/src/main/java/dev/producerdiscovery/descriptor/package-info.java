/**
 * What the pipeline consists of: its stages, and the providers that they ask. Everything that has a list of them is fed
 * from here or compared with it in a test. Plain Java without dependencies, so that whoever needs it can have it.
 */
@NullMarked
package dev.producerdiscovery.descriptor;

import org.jspecify.annotations.NullMarked;
