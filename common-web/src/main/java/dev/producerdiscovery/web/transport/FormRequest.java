package dev.producerdiscovery.web.transport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A posted form whose fields are parameters. The container would read it past {@link LimitedStream}, for as long as each
 * next byte comes in time.
 */
final class FormRequest extends HttpServletRequestWrapper {

    private static final int MOST_FIELDS = 1000;

    private final Map<String, String[]> parameters;

    private FormRequest(HttpServletRequest request, Map<String, String[]> parameters) {
        super(request);
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.regionMatches(
                        true,
                        0,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                        0,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE.length());
    }

    /** @throws InvalidParameterException when there are too many fields or one is not encoded as it must be */
    static FormRequest read(HttpServletRequest request) throws IOException {
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String[]> parameters = new LinkedHashMap<>(request.getParameterMap());
        String[] fields = body.isEmpty() ? new String[0] : body.split("&", MOST_FIELDS + 1);
        if (fields.length > MOST_FIELDS) {
            throw new InvalidParameterException("more than " + MOST_FIELDS + " fields");
        }
        for (String field : fields) {
            String[] pair = field.split("=", 2);
            parameters.merge(
                    decoded(pair[0]), new String[] {pair.length == 1 ? "" : decoded(pair[1])}, FormRequest::joined);
        }
        return new FormRequest(request, parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(e);
        }
    }

    private static String[] joined(String[] first, String[] second) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(second)).toArray(String[]::new);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }
}
