/** What the tests of a stage stand on. */
@NullMarked
package dev.producerdiscovery.stage.testing;

import org.jspecify.annotations.NullMarked;
