package dev.producerdiscovery.descriptor;

import dev.producerdiscovery.descriptor.Setting.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a provider beside its client.
 *
 * @param name in queues, tables, properties and metrics
 * @param title as people write it; the classes of its client begin with it
 * @param gives what people are told of it
 * @param settings of its own, its rate and what it is looked at with among them
 * @param endpoints what can be asked
 * @param asked by which stages
 * @param credits null when it names no makers of songs
 * @param personPage how the address of a person's public page begins, the id being its end; null where pages go by
 *     something else
 */
public record Provider(
        String name,
        String title,
        Gives gives,
        List<Setting> settings,
        List<ProviderEndpoint> endpoints,
        List<Asked> asked,
        @Nullable CreditTraits credits,
        @Nullable String personPage) {

    /** Below it lies what configures the clients, a provider's own under its name. */
    static final String PROPERTIES = "producer-discovery.providers.";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

    /** @throws IllegalArgumentException for a descriptor that contradicts itself */
    public Provider {
        settings = List.copyOf(settings);
        endpoints = List.copyOf(endpoints);
        asked = List.copyOf(asked);
        require(NAME.matcher(name).matches(), name, "must be called by small letters and digits");
        require(!endpoints.isEmpty(), name, "can be asked nothing");
        Set<String> known = new HashSet<>();
        endpoints.forEach(
                endpoint -> require(known.add(endpoint.name()), name, "has two endpoints " + endpoint.name()));
        require(
                asked.stream().allMatch(stage -> known.containsAll(stage.endpoints())),
                name,
                "is asked for what is no endpoint of it: " + asked);
        // Else its spelling of a name would silently never be chosen, and no estimate would count its calls.
        require(
                (credits != null) == asked.stream().anyMatch(by -> by.stage() == Stage.PRODUCER_IDENTIFICATION),
                name,
                "names makers of songs exactly when producer_identification asks it: it needs both or neither");
    }

    public static ProviderBuilder named(String name, String title, Gives gives) {
        return new ProviderBuilder(name, title, gives);
    }

    private static void require(boolean holds, String name, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Provider " + name + " " + what);
        }
    }

    public boolean isAskedBy(Stage stage) {
        return asked.stream().anyMatch(by -> by.stage() == stage);
    }

    /** The variables that configure it. */
    public List<String> variables() {
        return settings.stream().map(Setting::variable).toList();
    }

    /**
     * Whether somebody has given it a key, a contact or an address, so that no simulator answers for it. A market or a rate
     * limit is none of these.
     *
     * @param valueOf what a variable holds; blank for what is not set
     */
    public boolean isReal(UnaryOperator<String> valueOf) {
        return settings.stream()
                .filter(Setting::makesReal)
                .anyMatch(setting -> !valueOf.apply(setting.variable()).isBlank());
    }

    /** Whether it is let in by keys, and somebody has given all of them. */
    public boolean hasKeys(UnaryOperator<String> valueOf) {
        List<Setting> keys =
                settings.stream().filter(setting -> setting.kind() == Kind.KEY).toList();
        return !keys.isEmpty()
                && keys.stream().noneMatch(key -> valueOf.apply(key.variable()).isBlank());
    }

    /** Whether the simulator can answer for it. */
    public boolean canBeSimulated() {
        return settings.stream().anyMatch(setting -> !setting.simulated().isEmpty());
    }

    /** The setting of how often it may be asked; empty where nobody counts. */
    public Optional<Setting> rate() {
        return settings.stream()
                .filter(setting -> setting.property().equals(ProviderBuilder.RATES + name))
                .findFirst();
    }
}
