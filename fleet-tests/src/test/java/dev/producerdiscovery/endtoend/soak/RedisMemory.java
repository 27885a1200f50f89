package dev.producerdiscovery.endtoend.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What Redis tells of its memory; https://redis.io/docs/latest/commands/info/ */
record RedisMemory(URI server) {

    private static final String DATASET = "used_memory_dataset:";
    private static final double BYTES_A_MB = 1024 * 1024;
    private static final int PATIENCE_MILLIS = 10_000;

    /** MB that the data takes: answers of providers, which are kept for some days. */
    double data() throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String login = server.getUserInfo() == null
                    ? ""
                    : "AUTH " + server.getUserInfo().replaceFirst("^:", "").replace(':', ' ') + "\r\n";
            socket.getOutputStream().write((login + "INFO memory\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            try (BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                return answers.lines()
                        .filter(line -> line.startsWith(DATASET))
                        .map(line -> Double.parseDouble(line.substring(DATASET.length())) / BYTES_A_MB)
                        .findFirst()
                        .orElseThrow(() -> new IOException("Redis does not tell of its memory"));
            }
        }
    }
}
