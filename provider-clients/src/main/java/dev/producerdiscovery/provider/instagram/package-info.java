/** Instagram profiles by handle: Meta's Business Discovery, or another data provider that somebody has chosen. */
@NullMarked
package dev.producerdiscovery.provider.instagram;

import org.jspecify.annotations.NullMarked;
