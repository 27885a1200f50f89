package dev.producerdiscovery.artistdiscovery;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Stage 1 as a service of its own. */
@SpringBootApplication
public class ArtistDiscoveryApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ArtistDiscoveryApplication.class, arguments);
    }

    @Bean
    Supplier<UUID> correlationIds() {
        return UUID::randomUUID;
    }
}
