package dev.producerdiscovery.simulator;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Answers as the music providers do, from a made-up catalogue. Loopback only unless told otherwise. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SimulatorApplication {

    public static void main(String[] arguments) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        SpringApplication.run(SimulatorApplication.class, arguments);
    }
}
