package dev.producerdiscovery.enrichment;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Stage 5 as a service of its own. */
@SpringBootApplication
public class SocialEnrichmentApplication {

    public static void main(String[] arguments) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        SpringApplication.run(SocialEnrichmentApplication.class, arguments);
    }
}
