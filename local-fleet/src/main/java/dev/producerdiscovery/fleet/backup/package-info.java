/** Backup and restore: the data folder of a stopped fleet as one file. */
@NullMarked
package dev.producerdiscovery.fleet.backup;

import org.jspecify.annotations.NullMarked;
