package dev.producerdiscovery.provider;

import dev.producerdiscovery.secrets.Secrets;
import java.net.URI;
import java.net.URISyntaxException;

/** Checks the address of a provider when the application starts, rather than at its first call. */
public final class BaseUrl {

    private BaseUrl() {}

    /**
     * The configured address without a slash at its end, or the usual one when none is configured: an environment
     * variable that is set to nothing means the same as one that is not set.
     *
     * @throws IllegalArgumentException naming the property, when it is no http or https URL
     */
    public static String of(String property, String configured, String usual) {
        String url = configured.isBlank() ? usual : configured.strip();
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                throw new IllegalArgumentException(property + " is no http or https URL: " + Secrets.hide(url));
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(property + " is no URL: " + Secrets.hide(url), e);
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
