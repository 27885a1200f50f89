package dev.producerdiscovery.matching.name;

import dev.producerdiscovery.matching.text.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of names. */
public final class Names {

    private static final Set<String> PLACEHOLDERS =
            Set.of("id", "unknown", "unknown artist", "various", "various artists", "n a", "na", "tba");

    private Names() {}

    /** The names in their order, the first spelling of each key, none without a visible character. */
    public static List<String> distinct(Stream<String> names) {
        Set<String> seen = new HashSet<>();
        return names.map(String::strip)
                .filter(name -> {
                    String key = Folding.key(name);
                    return !key.isEmpty() && seen.add(key);
                })
                .toList();
    }

    /** The names in their order, each once, without those of the other list. */
    public static List<String> without(Stream<String> names, List<String> others) {
        Set<String> taken = others.stream().map(Folding::key).collect(Collectors.toSet());
        return distinct(names.filter(name -> !taken.contains(Folding.key(name))));
    }

    /** True for what stands where a name is not known ("ID", "Unknown Artist", "Various Artists"). */
    public static boolean isPlaceholder(String name) {
        return PLACEHOLDERS.contains(Folding.key(name));
    }
}
