/**
 * What every HTTP face shares, switched on by having this module on the class path: access rules, problem details,
 * limits and safe defaults. A service adds nothing but its controllers.
 */
@NullMarked
package dev.producerdiscovery.web;

import org.jspecify.annotations.NullMarked;
