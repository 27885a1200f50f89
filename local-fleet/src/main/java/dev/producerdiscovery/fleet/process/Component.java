package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.Loopback;
import java.util.List;
import java.util.Map;

/**
 * One long-running process of the fleet.
 *
 * @param module the module whose unpacked application it runs
 * @param port the loopback port it listens on
 * @param healthPath what answers 200 once the process is ready
 * @param environment variables added to the caller's environment; may hold secrets, so never printed
 */
record Component(
        String name,
        String module,
        int port,
        String healthPath,
        Map<String, String> environment,
        List<String> jvmOptions,
        List<String> arguments) {

    String url() {
        return "http://" + Loopback.HOST + ":" + port;
    }
}
