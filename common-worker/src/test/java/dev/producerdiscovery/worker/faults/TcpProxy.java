package dev.producerdiscovery.worker.faults;

import dev.producerdiscovery.backend.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Stands between a client and a server on this machine, and fails as networks and servers do. Thread-safe. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket entrance;
    private final int serverPort;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    private volatile Duration delay = Duration.ZERO;
    private volatile UnaryOperator<byte[]> answers = UnaryOperator.identity();

    TcpProxy(int serverPort) {
        this.serverPort = serverPort;
        try {
            entrance = new ServerSocket(0, 200, Loopback.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** What is connected now carries nothing any more and is not closed either; what connects later is let through. */
    void freeze() {
        links.forEach(link -> link.frozen = true);
    }

    /** Ends what is connected now. */
    void cut() {
        links.forEach(Link::close);
    }

    /** As a server that is stopped: everything ends and nothing new comes about, until it is told otherwise. */
    void refuse(boolean changed) {
        refusing = changed;
        if (changed) {
            cut();
        }
    }

    /** The server's answers take this much longer. */
    void delay(Duration changed) {
        delay = changed;
    }

    /** What becomes of the server's answers on their way. */
    void answers(UnaryOperator<byte[]> changed) {
        answers = changed;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (refusing) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // Closed, or the server is away: then the client finds its connection ended.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Link link = new Link(client, new Socket(Loopback.address(), serverPort));
            links.add(link);
            Thread.ofVirtual().name("proxy-ask").start(() -> pump(link, link.client, link.server, false));
            Thread.ofVirtual().name("proxy-answer").start(() -> pump(link, link.server, link.client, true));
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private void pump(Link link, Socket from, Socket to, boolean answering) {
        byte[] buffer = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                byte[] data = Arrays.copyOf(buffer, read);
                if (answering) {
                    Thread.sleep(delay);
                    data = answers.apply(data);
                }
                if (!link.frozen) {
                    out.write(data);
                    out.flush();
                }
            }
        } catch (IOException | InterruptedException e) {
            // One end is gone: the other one learns of it below.
        }
        if (!link.frozen) {
            link.close();
            links.remove(link);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private static final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean frozen;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void close() {
            try (client;
                    server) {
                frozen = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
