package dev.producerdiscovery.endtoend.soak;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What addresses have in common that differ in whom they are about. */
final class Shape {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/)[0-9]+(?=/|$)|(?<=/queues/)[^/?]+");

    private Shape() {}

    static String of(String path) {
        String[] parts = path.split("\\?", 2);
        String shape = ID.matcher(parts[0]).replaceAll("*");
        return parts.length == 1
                ? shape
                : shape + "?"
                        + Arrays.stream(parts[1].split("&"))
                                .map(parameter -> parameter.split("=", 2)[0])
                                .sorted()
                                .collect(Collectors.joining("&"));
    }
}
