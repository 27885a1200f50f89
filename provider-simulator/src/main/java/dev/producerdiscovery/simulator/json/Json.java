package dev.producerdiscovery.simulator.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON objects down as the providers' documents show them: names and values in turn. */
public final class Json {

    private Json() {}

    /**
     * @param namesAndValues a name, its value, the next name, and so on; values may be null
     * @return a new object that may still be added to
     */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value among " + namesAndValues.length + " arguments");
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}
