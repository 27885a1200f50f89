package dev.producerdiscovery.web.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says exactly what is given: clients straighten paths and refuse headers themselves. */
final class RawHttp {

    private RawHttp() {}

    /** @param lines without the line that ends the head */
    static String answer(int port, String... lines) throws IOException {
        return exchange(port, String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
    }

    static String exchange(int port, String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
