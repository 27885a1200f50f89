@NullMarked
package dev.producerdiscovery.web;

import org.jspecify.annotations.NullMarked;
