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

    /** As it can be pasted into a shell. */
    static String pasted(Path file) {
        String text = file.toString();
        return text.matches("[\\p{Alnum}/._+-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
