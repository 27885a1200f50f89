package dev.producerdiscovery.provider.cache;

import dev.producerdiscovery.secrets.Characters;

/**
 * By which a provider tells whether its answer is still the same; each may be empty.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests">RFC 9110</a>
 */
public record Validators(String etag, String lastModified) {

    private static final Validators NONE = new Validators("", "");
    private static final int LONGEST = 512;

    public Validators {
        etag = usable(etag);
        lastModified = usable(lastModified);
    }

    /** They go back as headers, and ones of that length identify nothing that is worth keeping. */
    private static String usable(String validator) {
        return validator.length() > LONGEST || !Characters.fitHeader(validator) ? "" : validator;
    }

    public static Validators none() {
        return NONE;
    }

    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }
}
