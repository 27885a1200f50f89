/**
 * What every application does about secrets: settings are checked before anything uses them, and {@link
 * dev.producerdiscovery.secrets.Secrets#hide} is the one place that removes secrets from what is logged, stored or shown.
 */
@NullMarked
package dev.producerdiscovery.secrets;

import org.jspecify.annotations.NullMarked;
