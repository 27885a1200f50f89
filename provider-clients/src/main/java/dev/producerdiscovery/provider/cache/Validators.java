package dev.producerdiscovery.provider.cache;

/**
 * By which a provider tells whether its answer is still the same; each may be empty.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests">RFC 9110</a>
 */
public record Validators(String etag, String lastModified) {

    private static final Validators NONE = new Validators("", "");
    private static final int LONGEST = 512;

    /** Headers of that length identify nothing that is worth keeping. */
    public Validators {
        etag = etag.length() > LONGEST ? "" : etag;
        lastModified = lastModified.length() > LONGEST ? "" : lastModified;
    }

    public static Validators none() {
        return NONE;
    }

    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }
}
