/**
 * Who may call: the local user when no token is configured, else whoever shows the token that the request needs. A web
 * page of somebody else never gets through, whatever name it reaches this service by.
 */
@NullMarked
package dev.producerdiscovery.web.access;

import org.jspecify.annotations.NullMarked;
