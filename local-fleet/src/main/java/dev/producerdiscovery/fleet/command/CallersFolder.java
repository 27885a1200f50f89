package dev.producerdiscovery.fleet.command;

import java.nio.file.Path;

/** Where whoever calls the command stands: the script changes to the project's folder, but not what files mean. */
final class CallersFolder {

    private CallersFolder() {}

    static Path resolve(String file) {
        return Path.of(System.getProperty("fleet.caller", ""))
                .resolve(file)
                .toAbsolutePath()
                .normalize();
    }
}
