package dev.producerdiscovery.provider.support;

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

    private TestApplication() {}

    /** The clients as an application gets them. */
    public static ConfigurableApplicationContext start(FakeProvider provider, String... variables) {
        return builder(provider, variables).run();
    }

    /** All of them configured to ask one provider, with its clock and without real pauses. */
    public static ConfigurableApplicationContext withEveryProvider(FakeProvider provider) {
        return builder(
                        provider,
                        "SPOTIFY_CLIENT_ID=id",
                        "SPOTIFY_CLIENT_SECRET=hush",
                        "SPOTIFY_API_URL=" + provider.url() + "/spotify",
                        "SPOTIFY_ACCOUNTS_URL=" + provider.url() + "/accounts",
                        "MUSICBRAINZ_API_URL=" + provider.url() + "/mb",
                        "GENIUS_API_URL=" + provider.url() + "/genius",
                        "GENIUS_ACCESS_TOKEN=hush",
                        "DISCOGS_API_URL=" + provider.url() + "/discogs",
                        "DISCOGS_TOKEN=hush",
                        "WIKIDATA_ENABLED=true",
                        "WIKIDATA_API_URL=" + provider.url() + "/wikidata",
                        "INSTAGRAM_API_URL=" + provider.url() + "/instagram",
                        "INSTAGRAM_API_KEY=hush")
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "factoryOfTheTest",
                                ProviderHttpFactory.class,
                                provider::factory,
                                bean -> bean.setPrimary(true)))
                .run();
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
