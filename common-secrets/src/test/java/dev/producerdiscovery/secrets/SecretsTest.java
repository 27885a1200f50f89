package dev.producerdiscovery.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String SECRET = "k9+x/Q\"7 über&geheim";

    @Test
    void a_known_secret_is_hidden_in_each_form_in_which_it_travels() {
        Secrets.keep(SECRET);

        assertThat(Secrets.hide("it is " + SECRET + ".")).isEqualTo("it is ***.");
        assertThat(Secrets.hide("q: " + URLEncoder.encode(SECRET, UTF_8) + ",")).isEqualTo("q: ***,");
        assertThat(Secrets.hide("\"" + SECRET.replace("\"", "\\\"") + "\"")).isEqualTo("\"***\"");
        for (String user : new String[] {"", "a", "ab", "abc", "somebody"}) {
            String encoded = Base64.getEncoder().encodeToString((user + ":" + SECRET).getBytes(UTF_8));
            assertThat(Secrets.hide(encoded)).contains("***").hasSizeLessThan(encoded.length() / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulated", "postgres", "secret", "a1b2c3", ""})
    void what_is_found_in_any_text_is_not_learned(String common) {
        Secrets.keep(common);

        assertThat(Secrets.hide("simulated postgres secret a1b2c3")).isEqualTo("simulated postgres secret a1b2c3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        invalid header value: "Bearer SECRETabc­def" | invalid header value: "Bearer ***"
        authorization: bearer abc123def456                | authorization: bearer ***
        Authorization: Basic dXNlcjpwYXNz                 | Authorization: Basic ***
        Discogs token=qwertzuiop refused                  | Discogs token=*** refused
        grant&client_secret=abc%20def&x=1                 | grant&client_secret=***&x=1
        {"access_token":"BQabc","token_type":"x"}         | {"access_token":"***","token_type":"x"}
        jdbc:postgresql://h/d?user=u&password=p&ssl=true  | jdbc:postgresql://h/d?user=u&password=***&ssl=true
        redis://default:hunter2@host:6379 is away         | redis://***@host:6379 is away
        https://somebody:pw@api.example/v1?x=1            | https://***@api.example/v1?x=1
        redis://u:pa/ss@host is away                      | redis://***@host is away
        {"secret":"abc","token": "def"}                   | {"secret":"***","token": "***"}
        {"message":"{\\"token\\":\\"abc\\"}"}             | {"message":"{\\"token\\":\\"***\\"}"}
        with password="a b" and token=\\"c\\"              | with password="***" and token=\\"***\\"
        -----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END   | -----BEGIN RSA PRIVATE KEY-----***-----END
        """)
    void what_looks_like_a_secret_is_hidden_although_nobody_knows_it(String text, String hidden) {
        assertThat(Secrets.hide(text)).isEqualTo(hidden);
    }

    @Test
    void a_password_in_single_quotes_is_hidden() {
        assertThat(Secrets.hide("user='u' password='a,b \"c' x")).isEqualTo("user='u' password='***' x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":",
                "://",
                "://a:",
                "token ",
                "password='",
                "\"token\" ",
                "Basic a",
                "-----BEGIN A PRIVATE KEY-----"
            })
    void a_long_text_is_looked_through_in_a_moment(String part) {
        String text = "://" + part.repeat(200_000 / part.length());

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Secrets.hide(text)))
                .startsWith("://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic Channel, Token Black and a token Ring",
                "Basic Instinct.",
                "https://host:8080/path?mail=ada@example.org",
                "http://[::1]:8080/a@b",
                "jdbc:postgresql://h1:5432,h2:5432/d?mail=ada@example.org",
                "The bearer of bad news",
                "a basic question about https://example.org/a@b and token refresh",
                "Message 5 of artist_discovery: https://host:8080/path, mail to ada@example.org",
                "the secret of the song is 12 bars"
            })
    void prose_and_addresses_stay_as_they_are(String text) {
        assertThat(Secrets.hide(text)).isEqualTo(text);
    }

    @Test
    void of_the_tokens_that_come_and_go_the_last_ones_are_known_and_the_lasting_secrets_stay() {
        Secrets.keep("lasting-secret-0815");
        IntStream.range(0, 500).forEach(i -> Secrets.keepForAWhile("passing-token-" + (1000 + i)));

        assertThat(Secrets.hide("passing-token-1499 lasting-secret-0815")).isEqualTo("*** ***");
        assertThat(Secrets.hide("passing-token-1000")).isEqualTo("passing-token-1000");
    }
}
