package dev.producerdiscovery.catalog;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the catalogue. */
@SpringBootApplication
public class CatalogApplication {

    public static void main(String[] args) {
        // Numbers and letter case are for programs and logs: never those of the country of whoever starts it.
        Locale.setDefault(Locale.ROOT);
        SpringApplication.run(CatalogApplication.class, args);
    }
}
