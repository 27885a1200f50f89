package dev.producerdiscovery.albumdiscovery;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Stage 2 as a service of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AlbumDiscoveryApplication {

    public static void main(String[] arguments) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        SpringApplication.run(AlbumDiscoveryApplication.class, arguments);
    }
}
