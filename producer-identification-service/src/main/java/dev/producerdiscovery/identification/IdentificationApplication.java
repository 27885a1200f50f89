package dev.producerdiscovery.identification;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The identification service as a process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IdentificationApplication {

    /** Starts it; stops on SIGTERM after running handlers had their grace period. */
    public static void main(String[] args) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        SpringApplication.run(IdentificationApplication.class, args);
    }
}
