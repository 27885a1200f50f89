package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.descriptor.Stage;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the providers' keys each service gets: those of the providers that it asks, and no other. */
final class Credentials {

    /** Of whichever provider, in the short form of the README or in one of the long ones that Spring takes. */
    private static final Pattern KEY = Pattern.compile("(?:PRODUCER_?DISCOVERY_PROVIDERS_)?("
            + Providers.all().stream().map(Credentials::prefix).collect(Collectors.joining("|"))
            + ")_.*(?:ID|SECRET|TOKEN|KEY)");

    private Credentials() {}

    static boolean isOne(String variable) {
        return KEY.matcher(variable).matches();
    }

    /** Whether the process may know the variable; true for what is no key. */
    static boolean mayKnow(String module, String variable) {
        Matcher key = KEY.matcher(variable);
        return !key.matches()
                || Stream.of(Stage.values())
                        .filter(stage -> stage.module().equals(module))
                        .flatMap(stage -> stage.providers().stream())
                        .anyMatch(provider -> prefix(provider).equals(key.group(1)));
    }

    private static String prefix(Provider provider) {
        return provider.name().toUpperCase(Locale.ROOT);
    }
}
