package dev.producerdiscovery.trackdiscovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Stage 3 as a service of its own. */
@SpringBootApplication
public class TrackDiscoveryApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TrackDiscoveryApplication.class, arguments);
    }
}
