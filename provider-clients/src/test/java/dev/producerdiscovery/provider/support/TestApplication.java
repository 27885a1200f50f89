package dev.producerdiscovery.provider.support;

import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.descriptor.Setting;
import dev.producerdiscovery.provider.http.ProviderHttpFactory;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** The clients alone, without the worker engine. */
public final class TestApplication {

    /** Every key that is given by {@link #withEveryProvider}. */
    public static final String SECRET = "hush";

    private TestApplication() {}

    /** The clients as an application gets them. */
    public static ConfigurableApplicationContext start(FakeProvider provider, String... variables) {
        return builder(provider, variables).run();
    }

    /** All of them configured to ask one provider, with its clock and without real pauses. */
    public static ConfigurableApplicationContext withEveryProvider(FakeProvider provider) {
        return builder(provider, everyVariable(provider))
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "factoryOfTheTest",
                                ProviderHttpFactory.class,
                                provider::factory,
                                bean -> bean.setPrimary(true)))
                .run();
    }

    private static String[] everyVariable(FakeProvider provider) {
        return Providers.all().stream()
                .flatMap(described -> described.settings().stream()
                        .map(setting -> setting.variable() + "=" + value(described, setting, provider.url())))
                .filter(variable -> !variable.endsWith("="))
                .toArray(String[]::new);
    }

    private static String value(Provider provider, Setting setting, String url) {
        return switch (setting.kind()) {
            case KEY, CONTACT -> SECRET;
            case ADDRESS -> url + "/" + (setting.property().endsWith(".api-url") ? provider.name() : "accounts");
            // Whoever must be switched on, is.
            case OPTION -> setting.fallback().equals("false") ? "true" : setting.fallback();
        };
    }

    private static SpringApplicationBuilder builder(FakeProvider provider, String... variables) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(variables)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(ProviderBudget.class, provider::budget));
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration
    static class Application {}
}
