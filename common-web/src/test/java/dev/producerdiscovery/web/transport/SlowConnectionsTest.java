package dev.producerdiscovery.web.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Callers who connect and then take their time, many of them or in small bites. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "producer-discovery.web.connections.most=40",
            "producer-discovery.web.connections.head-within=1s",
            "producer-discovery.web.connections.body-within=1s",
            "server.tomcat.connection-timeout=1s",
            "logging.level.org.apache.tomcat.util.net=warn",
        })
@ExtendWith(OutputCaptureExtension.class)
class SlowConnectionsTest {

    private static final String HALF_A_HEAD = "GET /things?page=1 HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    private static final String HALF_A_BODY = "POST /things HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"name\": \"";
    private static final String HALF_A_FORM = "POST /things HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na=";
    private static final String NOTHING = "";

    @LocalServerPort
    private int port;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTHING, "\r\n", HALF_A_HEAD, HALF_A_BODY, HALF_A_FORM})
    void however_many_have_begun_and_not_ended_a_request_others_are_answered(String begun, CapturedOutput output)
            throws IOException {
        for (int i = 0; i < 300; i++) {
            open(begun);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(RawHttp.answer(port, "GET /things?page=1 HTTP/1.1", "Host: localhost"))
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(output.getOut()).doesNotContain("ERROR", "WARN", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {HALF_A_HEAD, "GE", "GET /things?page="})
    void a_head_that_comes_in_drips_is_not_waited_for(String begun) throws IOException {
        Socket socket = open(begun);
        await().atMost(Duration.ofSeconds(8)).until(() -> isEnded(socket));
    }

    @ParameterizedTest
    @ValueSource(strings = {HALF_A_BODY, HALF_A_FORM})
    void a_body_that_comes_in_drips_is_not_waited_for(String begun, CapturedOutput output) throws IOException {
        Socket socket = open(begun);
        InputStream answer = socket.getInputStream();
        await().atMost(Duration.ofSeconds(8)).until(() -> {
            socket.getOutputStream().write('x');
            return answer.available() > 0;
        });
        assertThat(new String(answer.readNBytes(answer.available()), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json", "did not arrive in the time");
        assertThat(output.getOut()).doesNotContain("ERROR", "WARN", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {HALF_A_BODY, HALF_A_FORM})
    void a_body_that_stops_is_not_waited_for(String begun, CapturedOutput output) throws IOException {
        assertThat(wholeAnswer(open(begun)))
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json", "did not arrive in the time", "\"/things\"");
        assertThat(output.getOut()).doesNotContain("ERROR", "WARN", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {HALF_A_BODY, HALF_A_FORM})
    void a_body_that_ends_too_early_is_the_caller_s_mistake(String begun, CapturedOutput output) throws IOException {
        Socket socket = open(begun);
        socket.shutdownOutput();
        assertThat(wholeAnswer(socket))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "ended before", "\"/things\"");
        assertThat(output.getOut()).doesNotContain("ERROR", "WARN", "\tat ");
    }

    @Test
    void a_caller_who_goes_away_in_the_midst_of_a_body_is_no_error(CapturedOutput output) throws IOException {
        for (String begun : List.of(HALF_A_HEAD, HALF_A_BODY, HALF_A_FORM)) {
            open(begun).close();
            Socket reset = open(begun);
            reset.setSoLinger(true, 0);
            reset.close();
        }
        assertThat(RawHttp.answer(port, "GET /things?page=1 HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 200");
        assertThat(output.getOut()).doesNotContain("ERROR", "WARN", "\tat ");
    }

    private static String wholeAnswer(Socket socket) throws IOException {
        socket.setSoTimeout(8_000);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isEnded(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write('x');
            socket.setSoTimeout(50);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private Socket open(String begun) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
