package dev.producerdiscovery.fleet.process;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one program at a time start things: two that find the same service missing would both start it. Ends with the
 * program that holds it, however that ends.
 */
record Turn(FileChannel channel) {

    /** Waits as long as another program has its turn, and says so. */
    static Turn await(Path file, PrintStream out) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                out.println("Waits for another command that is starting the fleet");
                channel.lock();
            }
            return new Turn(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + file, e);
        }
    }

    void end() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
