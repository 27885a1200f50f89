/** Puts the engine into a Spring Boot application that has workers. */
@NullMarked
package dev.producerdiscovery.worker.autoconfigure;

import org.jspecify.annotations.NullMarked;
