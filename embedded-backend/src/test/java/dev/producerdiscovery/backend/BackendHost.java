package dev.producerdiscovery.backend;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of its own that holds a backend until it is killed. */
final class BackendHost {

    private BackendHost() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(Path.of(arguments[0]))
                .onPorts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
        System.out.println("ready");
        new CountDownLatch(1).await();
        backend.close();
    }
}
