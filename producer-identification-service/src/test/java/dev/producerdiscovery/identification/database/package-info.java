/** The database's side of identification: who is meant, what evidence amounts to, what people correct. */
@NullMarked
package dev.producerdiscovery.identification.database;

import org.jspecify.annotations.NullMarked;
