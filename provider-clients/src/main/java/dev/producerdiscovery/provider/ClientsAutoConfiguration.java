package dev.producerdiscovery.provider;

import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.Providers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/** The client of every provider that is described. Each is lazy: a service pays for, and speaks of, only those it uses. */
@AutoConfiguration
@Import(ClientsAutoConfiguration.Selector.class)
class ClientsAutoConfiguration {

    /** Where the configuration of a provider's client is. */
    static String configurationOf(Provider provider) {
        return "%s.%s.%sAutoConfiguration"
                .formatted(ClientsAutoConfiguration.class.getPackageName(), provider.name(), provider.title());
    }

    static final class Selector implements ImportSelector {

        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            return Providers.all().stream()
                    .map(ClientsAutoConfiguration::configurationOf)
                    .toArray(String[]::new);
        }
    }
}
