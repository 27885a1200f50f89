package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.cache.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** Sends requests over HTTP and returns every answer as it is, whatever its status. Thread-safe. */
final class Transport {

    /** No answer that we ask for comes near. One without end must not fill the memory, which holds its tree as well. */
    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    /** A client library's default name is refused by Genius and Discogs. */
    private static final String USER_AGENT = "ProducerDiscovery/0.1";

    private final RestClient client;

    Transport(ProviderSettings settings, Map<String, String> headers) {
        // Redirects are followed by the caller, which pays for them and keeps the Authorization header on our host.
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(settings.readTimeout());
        factory.enableCompression(true);
        this.client = RestClient.builder()
                .requestFactory(factory)
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .defaultHeader(HttpHeaders.USER_AGENT, USER_AGENT)
                .defaultHeaders(defaults -> headers.forEach(defaults::set))
                .build();
    }

    /**
     * @param known of the answer at hand: the provider answers 304 when it is still the same
     * @throws org.springframework.web.client.ResourceAccessException when no answer came
     */
    HttpAnswer send(Request request, String authorisation, Validators known) {
        RestClient.RequestBodySpec spec = client.method(request.form() == null ? HttpMethod.GET : HttpMethod.POST)
                .uri(request.uri())
                .headers(headers -> {
                    Authorisation.apply(headers, authorisation);
                    setUnlessEmpty(headers, HttpHeaders.IF_NONE_MATCH, known.etag());
                    setUnlessEmpty(headers, HttpHeaders.IF_MODIFIED_SINCE, known.lastModified());
                });
        if (request.form() != null) {
            LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            request.form().forEach(form::set);
            spec.contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form);
        }
        return spec.exchangeForRequiredValue((sent, response) -> read(response));
    }

    private static void setUnlessEmpty(HttpHeaders headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.set(name, value);
        }
    }

    private static HttpAnswer read(ClientHttpResponse response) throws IOException {
        try (InputStream body = response.getBody()) {
            return HttpAnswer.of(
                    response.getStatusCode().value(), response.getHeaders(), body.readNBytes(LARGEST_BODY));
        }
    }

    /**
     * Where a redirect leads, on the host that was asked: its scheme and host are not taken from the answer, because
     * MusicBrainz redirects from https to http, and because a token belongs to one host.
     */
    static URI follow(URI asked, String location) {
        URI target = asked.resolve(location);
        String path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        return asked.resolve(path);
    }
}
