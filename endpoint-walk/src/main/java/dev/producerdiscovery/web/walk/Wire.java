package dev.producerdiscovery.web.walk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Says exactly what is given, over a connection of its own each time. Thread-safe. */
record Wire(int port) {

    private static final int PATIENCE_MILLIS = 20_000;

    /** @param headers a line each; {@code Host}, {@code Connection} and the length are added */
    record Request(String method, String path, List<String> headers, String body) {

        private String bytes() {
            StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
            if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
                request.append("Host: localhost\r\n");
            }
            headers.forEach(header -> request.append(header).append("\r\n"));
            if (!body.isEmpty() || method.equals("POST")) {
                request.append("Content-Length: ").append(body.length()).append("\r\n");
            }
            return request.append("\r\n").append(body).toString();
        }

        @Override
        public String toString() {
            return method + " " + shortened(path) + " " + shortened(String.join(", ", headers)) + " " + shortened(body);
        }

        private static String shortened(String text) {
            return text.length() <= 60 ? text : text.substring(0, 60) + "…";
        }
    }

    /** @param text all of it, head and body; empty where there was none */
    record Answer(String text) {

        private static final Pattern STATUS = Pattern.compile("HTTP/1.1 [1-5]\\d\\d");

        /** 0 for what is no answer. */
        int status() {
            return STATUS.matcher(text).lookingAt() ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        boolean says(String words) {
            return text.contains(words);
        }

        @Override
        public String toString() {
            return text.lines().limit(1).findFirst().orElse("nothing");
        }
    }

    Answer answer(Request request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.bytes().getBytes(StandardCharsets.ISO_8859_1));
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }
}
