/** Whether the database serves this process: whether connections are to be had, and lead to a server that takes changes. */
@NullMarked
package dev.producerdiscovery.web.database;

import org.jspecify.annotations.NullMarked;
