package dev.producerdiscovery.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The catalogue below a path of a proxy that is known, and with a token. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "producer-discovery.web.trusted-proxies=127.0.0.1",
            "producer-discovery.web.reader-token=" + BehindProxyTest.TOKEN,
        })
class BehindProxyTest {

    static final String TOKEN = "reader-token-of-the-test";
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void every_address_on_a_page_and_in_the_api_s_description_lies_below_the_proxy_s_path() throws Exception {
        for (String path : new String[] {"/", "/pages/artists", "/pages/tracks"}) {
            String page = send(request(path).header("Authorization", "Bearer " + TOKEN))
                    .body();
            assertThat(page)
                    .contains("href=\"/music/assets/style.css\"", "href=\"/music/pages/artists\"")
                    .doesNotContainPattern("(href|src|action|hx-get)=\"/(?!music/)");
        }
        assertThat(send(request("/v3/api-docs").header("Authorization", "Bearer " + TOKEN))
                        .body())
                .contains("\"url\":\"https://music.example/music\"");
    }

    @Test
    void signing_in_leads_through_the_proxy_and_its_cookie_stays_below_it() throws Exception {
        HttpResponse<String> asked = send(request("/pages/artists").header("Accept", "text/html"));
        assertThat(asked.headers().firstValue("Location")).contains("/music/sign-in?to=%2Fmusic%2Fpages%2Fartists");
        HttpResponse<String> signedIn = signIn("https://music.example", "/music/pages/artists");
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location")).contains("/music/pages/artists");
        assertThat(signedIn.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Path=/music/", "Secure", "HttpOnly"));
    }

    @Test
    void a_foreign_page_signs_nobody_in_and_nothing_but_the_sign_in_page_s_files_is_open() throws Exception {
        assertThat(signIn("https://evil.example", "/").statusCode()).isEqualTo(403);
        assertThat(send(request("/sign-in")).statusCode()).isEqualTo(200);
        assertThat(send(request("/assets/style.css")).statusCode()).isEqualTo(200);
        for (String path : new String[] {
            "/webjars/swagger-ui/index.html", "/webjars/htmx.org/dist/htmx.min.js", "/v3/api-docs", "/actuator", "/"
        }) {
            assertThat(send(request(path)).statusCode()).as(path).isEqualTo(401);
        }
    }

    private HttpResponse<String> signIn(String origin, String to) throws IOException, InterruptedException {
        return send(request("/sign-in")
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + TOKEN + "&to=" + to)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "music.example")
                .header("X-Forwarded-Prefix", "/music");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
