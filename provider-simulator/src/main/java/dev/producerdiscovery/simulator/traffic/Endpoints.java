package dev.producerdiscovery.simulator.traffic;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names the endpoint behind a path, so that calls for different ids count together. No part of a provider's path is as long as 40. */
final class Endpoints {

    private static final Pattern ID = Pattern.compile("[0-9]+|.{40,}|[0-9A-Za-z]{22}|[A-Za-z]{5}[0-9]{7}"
            + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SLASH = Pattern.compile("/");

    private Endpoints() {}

    /**
     * @param path such as {@code /spotify/v1/artists/<id>/albums}
     * @return such as {@code artists/{id}/albums}: without provider and API version
     */
    static String of(String path) {
        return Arrays.stream(SLASH.split(path))
                .skip(2)
                .filter(part -> !part.isEmpty() && !part.matches("v[0-9.]+|ws|2|api"))
                .map(part -> ID.matcher(part).matches() ? "{id}" : part)
                .collect(Collectors.joining("/"));
    }
}
