/**
 * Whatever goes wrong is answered as a problem detail (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>),
 * or as a page for a person's browser. It tells the caller what to mend, and nothing of our insides.
 */
@NullMarked
package dev.producerdiscovery.web.problem;

import org.jspecify.annotations.NullMarked;
