package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineMemoryTest {

    @Test
    void too_small_a_machine_is_told_with_what_may_happen_and_what_to_do_then() {
        assertThat(MachineMemory.remark(900))
                .hasValueSatisfying(remark -> assertThat(remark).contains("900 MB", "./fleet up"));
        assertThat(MachineMemory.remark(4_096)).isEmpty();
    }
}
