@NullMarked
package dev.producerdiscovery.migrations;

import org.jspecify.annotations.NullMarked;
