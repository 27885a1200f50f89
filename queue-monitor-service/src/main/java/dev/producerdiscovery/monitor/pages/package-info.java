/** The pages for operators, over what the other packages read and do. */
@NullMarked
package dev.producerdiscovery.monitor.pages;

import org.jspecify.annotations.NullMarked;
