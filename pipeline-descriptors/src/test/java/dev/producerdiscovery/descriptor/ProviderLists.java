package dev.producerdiscovery.descriptor;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The lists of providers that people and Docker read. */
final class ProviderLists {

    private ProviderLists() {}

    static List<Written> of(Collection<Provider> providers) {
        return List.of(
                new Written("docker-compose.yml", "providers: written from their descriptors", compose(providers)),
                new Written("docs/providers.md", "gives: written from the descriptors", gives(providers)),
                new Written("docs/providers.md", "variables: written from the descriptors", variables(providers)),
                new Written("docs/providers.md", "times: written from the descriptors", times(providers)));
    }

    private static String compose(Collection<Provider> providers) {
        StringBuilder text = new StringBuilder("""
                x-providers: &providers
                  # Answers for every provider that has no key; runs under the profile `simulator`. Once a catalogue, Spotify or
                  # MusicBrainz, is real it is off, also for those who are not told its keys.
                  PRODUCER_DISCOVERY_SIMULATOR_URL: ${PRODUCER_DISCOVERY_SIMULATOR_URL-http://provider-simulator:8080}
                """);
        text.append("  PRODUCER_DISCOVERY_SIMULATOR_OFF: ")
                .append(Providers.catalogues().stream()
                        .flatMap(catalogue -> catalogue.settings().stream())
                        .filter(Setting::makesReal)
                        .map(setting -> "${" + setting.variable() + ":+yes}")
                        .collect(joining()))
                .append("\n  # Without a value here, these are passed on only when they are set.\n");
        passOn(text, Providers.commonSettings().stream().map(Setting::variable).toList());
        for (Provider provider : providers) {
            text.append("x-%1$s: &%1$s\n".formatted(provider.name()));
            passOn(text, provider.variables());
        }
        for (Stage stage : Stage.values()) {
            text.append("x-%1$s: &%1$s\n".formatted(stage.queue().replace('_', '-')));
            text.append(Stream.concat(
                            Stream.of("*providers"),
                            Providers.askedBy(stage, providers).stream().map(provider -> "*" + provider.name()))
                    .collect(joining(", ", "  <<: [", "]\n")));
        }
        return text.toString();
    }

    private static void passOn(StringBuilder text, List<String> variables) {
        variables.forEach(variable -> text.append("  ").append(variable).append(":\n"));
    }

    private static String gives(Collection<Provider> providers) {
        return table(
                "| provider | used for | asked by | calls | access |",
                providers.stream()
                        .map(provider -> row(
                                provider.title(),
                                provider.gives().what(),
                                provider.asked().stream()
                                        .map(by -> by.stage().shortName())
                                        .collect(joining(", ")),
                                provider.gives().calls(),
                                provider.gives().access())));
    }

    /** Each once, although several providers may be told by one. */
    private static String variables(Collection<Provider> providers) {
        Set<String> seen = new LinkedHashSet<>();
        return table(
                "| provider | variable | meaning |",
                Stream.concat(
                        providers.stream()
                                .flatMap(provider -> provider.settings().stream()
                                        .filter(setting -> seen.add(setting.variable()))
                                        .map(setting -> variable(provider.title(), setting))),
                        Providers.commonSettings().stream().map(setting -> variable("all", setting))));
    }

    private static String variable(String title, Setting setting) {
        return row(title, "`" + setting.variable() + "`", setting.meaning());
    }

    private static String times(Collection<Provider> providers) {
        return table(
                "| provider | kept for |", providers.stream().map(provider -> row(provider.title(), times(provider))));
    }

    private static String times(Provider provider) {
        Map<Duration, String> byTime = new LinkedHashMap<>();
        provider.endpoints().stream()
                .filter(endpoint -> endpoint.keptFor().isPositive())
                .forEach(endpoint -> byTime.merge(
                        endpoint.keptFor(), "`" + endpoint.name() + "`", (before, more) -> before + ", " + more));
        return byTime.entrySet().stream()
                .map(entry -> entry.getValue() + ": " + days(entry.getKey()))
                .collect(joining("; "));
    }

    private static String days(Duration time) {
        return time.toDays() == 1 ? "1 day" : time.toDays() + " days";
    }

    private static String table(String head, Stream<String> rows) {
        String line = head.replaceAll("[^|]+", "---");
        return Stream.concat(Stream.of(head, line), rows).collect(joining("\n"));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
