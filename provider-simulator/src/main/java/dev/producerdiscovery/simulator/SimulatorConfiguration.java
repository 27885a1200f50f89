package dev.producerdiscovery.simulator;

import dev.producerdiscovery.simulator.behaviour.BehaviourChange;
import dev.producerdiscovery.simulator.behaviour.Behaviours;
import dev.producerdiscovery.simulator.behaviour.SimulatedProvider;
import dev.producerdiscovery.simulator.behaviour.SpotifyTerms;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.CatalogueGenerator;
import dev.producerdiscovery.simulator.catalogue.Dice;
import dev.producerdiscovery.simulator.search.Lazy;
import dev.producerdiscovery.simulator.traffic.ConnectionDrop;
import dev.producerdiscovery.simulator.traffic.Gate;
import dev.producerdiscovery.simulator.traffic.Ledger;
import dev.producerdiscovery.simulator.traffic.Sleep;
import dev.producerdiscovery.simulator.traffic.TrafficFilter;
import dev.producerdiscovery.simulator.truth.Truth;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    Sleep pause() {
        return duration -> {
            if (duration.isPositive()) {
                Thread.sleep(duration);
            }
        };
    }

    @Bean
    Catalogue catalogue(SimulatorProperties properties) {
        return CatalogueGenerator.generate(properties.seed(), properties.size());
    }

    @Bean
    Lazy<Truth> truth(Catalogue catalogue) {
        return new Lazy<>(() -> new Truth(catalogue));
    }

    @Bean
    Behaviours behaviours(SimulatorProperties properties, InstantSource clock) {
        Map<SimulatedProvider, BehaviourChange> changes = new EnumMap<>(SimulatedProvider.class);
        properties.providers().forEach((name, change) -> changes.put(provider(name), change));
        SpotifyTerms terms = new SpotifyTerms(properties.developmentMode(), properties.tokenLife());
        return new Behaviours(clock, Duration.ofMillis(properties.latencyMs()), changes, terms);
    }

    @Bean
    Ledger ledger(InstantSource clock) {
        return new Ledger(clock);
    }

    @Bean
    Gate gate(Behaviours behaviours, InstantSource clock, SimulatorProperties properties) {
        return new Gate(behaviours, clock, Dice.of(properties.seed()).at("accidents"));
    }

    @Bean
    TrafficFilter traffic(Behaviours behaviours, Gate gate, Ledger ledger, InstantSource clock, Sleep pause) {
        return new TrafficFilter(behaviours, gate, ledger, clock, pause);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionDrop() {
        return factory -> factory.addEngineValves(new ConnectionDrop());
    }

    private static SimulatedProvider provider(String name) {
        return SimulatedProvider.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "producer-discovery.simulator.providers: no provider is named '" + name + "'"));
    }
}
