package dev.producerdiscovery.identification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The identification service as a process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IdentificationApplication {

    /** Starts it; stops on SIGTERM after running handlers had their grace period. */
    public static void main(String[] args) {
        SpringApplication.run(IdentificationApplication.class, args);
    }
}
