package dev.producerdiscovery.fleet.process;

import dev.producerdiscovery.backend.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Whether PostgreSQL and Redis answer, and are those of this fleet: they take passwords that only they know, and
 * PostgreSQL proves that it knows ours before it says yes.
 */
final class BackendCheck {

    private static final int TIMEOUT_SECONDS = 3;

    private BackendCheck() {}

    static boolean answers(Backend backend) {
        return postgresAnswers(backend) && redisAnswers(URI.create(backend.redisUrl()));
    }

    private static boolean postgresAnswers(Backend backend) {
        Properties login = new Properties();
        login.setProperty("user", backend.ownerUser());
        login.setProperty("password", backend.password());
        login.setProperty("connectTimeout", Integer.toString(TIMEOUT_SECONDS));
        login.setProperty("socketTimeout", Integer.toString(TIMEOUT_SECONDS));
        try (Connection connection = DriverManager.getConnection(backend.jdbcUrl(), login)) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean redisAnswers(URI url) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_SECONDS * 1_000);
            socket.connect(new InetSocketAddress(Loopback.address(), url.getPort()), TIMEOUT_SECONDS * 1_000);
            String login = "AUTH " + url.getUserInfo().replace(':', ' ') + "\r\n";
            socket.getOutputStream().write(login.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("+OK".length());
            return new String(answer, StandardCharsets.US_ASCII).equals("+OK");
        } catch (IOException e) {
            return false;
        }
    }
}
