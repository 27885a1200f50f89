package dev.producerdiscovery.worker.example.parcels;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes parcels until it is stopped. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ParcelService {

    public static void main(String[] arguments) {
        SpringApplication.run(ParcelService.class, arguments);
    }

    @Bean
    ParcelWorker worker(JdbcClient jdbc) {
        return new ParcelWorker(jdbc);
    }
}
