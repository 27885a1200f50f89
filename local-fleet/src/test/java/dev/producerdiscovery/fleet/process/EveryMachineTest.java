package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fleet is made of has to hold the programs for every machine, not only for the one that built it. */
class EveryMachineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres-linux-x86_64.txz",
                "postgres-linux-x86_64-alpine_linux.txz",
                "postgres-linux-arm_64.txz",
                "postgres-darwin-x86_64.txz",
                "postgres-darwin-arm_64.txz",
                "redis-server-6.2.6-v5-linux-amd64",
                "redis-server-6.2.7-linux-386",
                "redis-server-6.2.7-linux-arm64",
                "redis-server-6.2.6-v5-darwin-amd64",
                "redis-server-6.2.6-v5-darwin-arm64"
            })
    void the_fleet_brings_the_programs_of_every_supported_machine(String program) {
        assertThat(getClass().getClassLoader().getResource(program)).isNotNull();
    }
}
