package dev.producerdiscovery.enrichment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Stage 5 as a service of its own. */
@SpringBootApplication
public class SocialEnrichmentApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SocialEnrichmentApplication.class, arguments);
    }
}
