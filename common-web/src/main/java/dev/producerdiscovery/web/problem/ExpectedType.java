package dev.producerdiscovery.web.problem;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Names a Java type as a caller who does not know Java would. */
final class ExpectedType {

    private ExpectedType() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed == Boolean.class) {
            return "true or false";
        }
        if (boxed == Integer.class || boxed == Long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return "a number";
        }
        if (boxed == String.class) {
            return "a text";
        }
        if (boxed == UUID.class) {
            return "a UUID";
        }
        if (Temporal.class.isAssignableFrom(boxed)) {
            return "a date or time";
        }
        if (boxed.isEnum()) {
            return "one of " + namesOf(boxed);
        }
        return Collection.class.isAssignableFrom(boxed) || boxed.isArray() ? "a list" : "an object";
    }

    private static String namesOf(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
