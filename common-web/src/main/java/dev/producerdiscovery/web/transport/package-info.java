/** How requests and answers travel: how long a body may be, and what browsers must not do with an answer. */
@NullMarked
package dev.producerdiscovery.web.transport;

import org.jspecify.annotations.NullMarked;
