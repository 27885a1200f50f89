package dev.producerdiscovery.web.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * Through which the driver reaches the database ({@code socketFactory}), as long as it lets it. Takes the database away
 * from one service alone: others' tests share the server. Thread-safe.
 */
public final class BreakableSockets extends SocketFactory {

    private static final Set<Socket> OPEN = ConcurrentHashMap.newKeySet();
    private static volatile boolean broken;

    /** As a server that is stopped: what is connected ends, and nothing new comes about. */
    static void breakAll() {
        broken = true;
        OPEN.forEach(BreakableSockets::close);
        OPEN.clear();
    }

    static void mend() {
        broken = false;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Socket();
        OPEN.add(socket);
        if (broken) {
            OPEN.remove(socket);
            socket.close();
            throw new ConnectException("Connection refused");
        }
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
