package dev.producerdiscovery.artistdiscovery;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Stage 1 as a service of its own. */
@SpringBootApplication
public class ArtistDiscoveryApplication {

    public static void main(String[] arguments) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        SpringApplication.run(ArtistDiscoveryApplication.class, arguments);
    }

    @Bean
    Supplier<UUID> correlationIds() {
        return UUID::randomUUID;
    }
}
