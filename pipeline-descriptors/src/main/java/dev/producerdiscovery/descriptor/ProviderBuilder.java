package dev.producerdiscovery.descriptor;

import dev.producerdiscovery.descriptor.Setting.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Describes a provider, a line a fact. */
public final class ProviderBuilder {

    static final String RATES = "producer-discovery.budget.rates.";
    private static final String SENTINEL = Provider.PROPERTIES + "sentinel.things.";

    private final String name;
    private final String title;
    private final Gives gives;
    private final List<Setting> settings = new ArrayList<>();
    private final List<ProviderEndpoint> endpoints = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private @Nullable CreditTraits credits;
    private @Nullable String personPage;

    ProviderBuilder(String name, String title, Gives gives) {
        this.name = name;
        this.title = title;
        this.gives = gives;
    }

    /**
     * A setting of its own.
     *
     * @param property its end, after the provider's name
     */
    public ProviderBuilder setting(String property, String variable, Kind kind, String meaning) {
        return simulated(property, variable, kind, "", meaning);
    }

    /** One that holds another value while the simulator answers, see {@link Setting#simulated}. */
    public ProviderBuilder simulated(String property, String variable, Kind kind, String simulated, String meaning) {
        settings.add(new Setting(Provider.PROPERTIES + name + "." + property, variable, kind, "", simulated, meaning));
        return this;
    }

    /** An option that is not nothing when nobody sets it. */
    public ProviderBuilder option(String property, String variable, String fallback, String meaning) {
        settings.add(
                new Setting(Provider.PROPERTIES + name + "." + property, variable, Kind.OPTION, fallback, "", meaning));
        return this;
    }

    /** @param rate calls a time, like {@code 180/30s} */
    public ProviderBuilder rate(String rate) {
        settings.add(new Setting(
                RATES + name,
                name.toUpperCase(Locale.ROOT) + "_RATE_LIMIT",
                Kind.OPTION,
                rate,
                "",
                "calls a time, `" + rate + "` by default; 0 for no limit"));
        return this;
    }

    /**
     * For finding out how it does.
     *
     * @param thing the id of something that it is known to have
     * @param what that is
     */
    public ProviderBuilder lookedAtBy(String thing, String what) {
        settings.add(new Setting(
                SENTINEL + name,
                name.toUpperCase(Locale.ROOT) + "_SENTINEL",
                Kind.OPTION,
                thing,
                "",
                what + " that it is [looked at](#looking-at-the-providers) with"));
        return this;
    }

    /** @param days that an answer is believed; 0 for not at all */
    public ProviderBuilder endpoint(String endpoint, int days) {
        endpoints.add(new ProviderEndpoint(endpoint, Duration.ofDays(days)));
        return this;
    }

    /** A stage that can do nothing without it, and waits while one of these endpoints is parked; none for all. */
    public ProviderBuilder neededBy(Stage stage, String... theseEndpoints) {
        asked.add(new Asked(stage, true, List.of(theseEndpoints)));
        return this;
    }

    /** A stage that goes on without it, knowing less. */
    public ProviderBuilder helps(Stage stage) {
        asked.add(new Asked(stage, false, List.of()));
        return this;
    }

    /** Names the makers of songs, see {@link CreditTraits}. */
    public ProviderBuilder credits(int nameCare, String callsAnAlbum, String callsASong) {
        credits = new CreditTraits(nameCare, new BigDecimal(callsAnAlbum), new BigDecimal(callsASong));
        return this;
    }

    /** @param start of the address of a person's public page; the id is its end */
    public ProviderBuilder personPage(String start) {
        personPage = start;
        return this;
    }

    public Provider build() {
        return new Provider(name, title, gives, settings, endpoints, asked, credits, personPage);
    }
}
