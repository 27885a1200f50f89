package dev.producerdiscovery.trackdiscovery;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Stage 3 as a service of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TrackDiscoveryApplication {

    public static void main(String[] arguments) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        SpringApplication.run(TrackDiscoveryApplication.class, arguments);
    }
}
