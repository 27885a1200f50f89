package dev.producerdiscovery.fleet.process;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Whether the fleet fits into this machine, or into the part of it that a container may use. */
final class MachineMemory {

    /** Nine JVMs of some 200 MB and PostgreSQL, as seen after a run of the simulator's largest artist. */
    private static final long NEEDED_MEGABYTES = 2_048;

    private MachineMemory() {}

    /** What to tell the person who starts it on too small a machine: the system ends processes there without a word. */
    static Optional<String> remark() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return remark(system.getTotalMemorySize() >> 20);
    }

    static Optional<String> remark(long megabytes) {
        return megabytes >= NEEDED_MEGABYTES
                ? Optional.empty()
                : Optional.of("This machine has " + megabytes + " MB of memory and the fleet needs some "
                        + NEEDED_MEGABYTES + "; the system may end processes of it. Should one be missing: ./fleet up");
    }
}
