package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.cache.Question;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One call to a provider. Always safe to repeat.
 *
 * @param endpoint names the kind of call: the budget's bucket and the label of its metrics
 * @param form sent by POST when there is one
 */
public record Request(String endpoint, URI uri, @Nullable Map<String, String> form) {

    public static Request get(String endpoint, URI uri) {
        return new Request(endpoint, uri, null);
    }

    public static Request post(String endpoint, URI uri, Map<String, String> form) {
        return new Request(endpoint, uri, Map.copyOf(form));
    }

    /** What its answer is kept under. */
    Question question(String provider) {
        return new Question(
                provider, endpoint, form == null ? "GET " + uri : "POST " + uri + " " + new TreeMap<>(form));
    }

    Request to(URI elsewhere) {
        return new Request(endpoint, elsewhere, form);
    }

    /** Without the query, which may hold what must not be logged. */
    @Override
    public String toString() {
        return (form == null ? "GET " : "POST ") + uri.getPath();
    }
}
