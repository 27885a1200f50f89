package dev.producerdiscovery.albumdiscovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Stage 2 as a service of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AlbumDiscoveryApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(AlbumDiscoveryApplication.class, arguments);
    }
}
