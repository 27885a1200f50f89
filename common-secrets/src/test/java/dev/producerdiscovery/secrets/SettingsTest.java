package dev.producerdiscovery.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class SettingsTest {

    @Configuration
    static class Application {}

    /** With the variable in the environment, as the only one, and properties that ask for some. */
    private static ConfigurableApplicationContext start(String variable, String value, String... arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        "systemEnvironment",
                        new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, value)));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "defaults",
                        Map.of(
                                "producer-discovery.providers.genius.access-token",
                                "${GENIUS_ACCESS_TOKEN:}",
                                "producer-discovery.budget.rates.genius",
                                "${GENIUS_RATE_LIMIT:3/s}")));
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setEnvironment(environment);
        return application.run(arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GENIUS_ACCESS_TOKEN                           | SECRET<200B>abc         | an invisible character (U+200B) at position 7
        GENIUS_ACCESS_TOKEN                           | SECRET<0007>abc         | a control character (U+0007) at position 7
        GENIUS_ACCESS_TOKEN                           | SECR<00C9>Tabc          | a character outside ASCII (U+00C9) at position 5
        GENIUS_ACCESS_TOKEN                           | SECRET abc              | a blank at position 7
        GENIUS_RATE_LIMIT                             | SECRET<00A0>abc         | an unusual blank (U+00A0) at position 7
        SPRING_DATASOURCE_PASSWORD                    | SECRET<2028>abc         | an invisible character (U+2028) at position 7
        SPRING_DATA_REDIS_URL                         | redis://:SECRET<200E>@h | an invisible character (U+200E) at position 16
        PRODUCER_DISCOVERY_OPERATOR_TOKEN             | SECRET<FEFF>abc         | an invisible character (U+FEFF) at position 7
        PRODUCER_DISCOVERY_PROVIDERS_DISCOGS_TOKEN    | SECRET<007F>abc         | a control character (U+007F) at position 7
        """)
    void a_value_that_cannot_be_used_ends_the_start_with_the_name_of_the_variable_and_never_with_the_value(
            String variable, String value, String problem, CapturedOutput output) {
        Throwable failure = catchThrowable(() -> start(variable, decoded(value)).close());

        assertThat(failure).hasStackTraceContaining(variable + " holds " + problem);
        assertThat(output.getAll()).contains(variable + " holds " + problem, "paste it into a plain text editor");
        assertThat(output.getAll()).doesNotContain("SECR");
    }

    /** With characters for their numbers: {@code <200B>}. */
    private static String decoded(String value) {
        return Pattern.compile("<(\\w{4})>")
                .matcher(value)
                .replaceAll(number -> Character.toString(Integer.parseInt(number.group(1), 16)));
    }

    @Test
    void what_surrounds_a_pasted_value_is_taken_off() {
        try (ConfigurableApplicationContext context = start("GENIUS_ACCESS_TOKEN", " \tpasted-token-4711\r\n")) {
            assertThat(context.getEnvironment().getProperty("producer-discovery.providers.genius.access-token"))
                    .isEqualTo("pasted-token-4711");
        }
        try (ConfigurableApplicationContext context = start("SPRING_DATASOURCE_PASSWORD", " from a file é\n")) {
            assertThat(Binder.get(context.getEnvironment())
                            .bind("spring.datasource.password", String.class)
                            .get())
                    .isEqualTo(" from a file é");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SPRING_APPLICATION_JSON                       | {<000A><0009>"my.setting": "x"<000A>}
        SPRING_SSL_BUNDLE_PEM_WEB_KEYSTORE_CERTIFICATE | -----BEGIN CERTIFICATE-----<000A>MIIabc<000A>-----END CERTIFICATE-----
        SERVER_SSL_CERTIFICATE                        | -----BEGIN CERTIFICATE-----<000D><000A>MIIabc<000D><000A>-----END CERTIFICATE-----
        SERVER_SSL_CERTIFICATE_PRIVATE_KEY            | -----BEGIN PRIVATE KEY-----<000A>MIIabc<000A>-----END PRIVATE KEY-----
        """)
    void a_setting_of_several_lines_is_taken_where_it_may_have_them(String variable, String value) {
        try (ConfigurableApplicationContext context = start(variable, decoded(value))) {
            assertThat(context.getEnvironment().getProperty(variable)).isEqualTo(decoded(value));
        }
    }

    @Test
    void a_private_key_is_a_secret_and_where_its_file_is_is_none() {
        String key = "-----BEGIN PRIVATE KEY-----\nMIIprivate4711\n-----END PRIVATE KEY-----";
        start("SERVER_SSL_CERTIFICATE_PRIVATE_KEY", key).close();
        start("MANAGEMENT_SERVER_SSL_CERTIFICATE_PRIVATE_KEY", "/etc/certificates/key.pem")
                .close();
        start("SPRING_SSL_BUNDLE_PEM_WEB_KEYSTORE_PRIVATE_KEY", "file:/etc/certificates/web.pem")
                .close();

        assertThat(Secrets.hide("has " + key)).isEqualTo("has ***");
        assertThat(Secrets.hide("no /etc/certificates/key.pem, no file:/etc/certificates/web.pem"))
                .isEqualTo("no /etc/certificates/key.pem, no file:/etc/certificates/web.pem");
    }

    @Test
    void a_password_of_digits_is_learned_although_it_is_a_number() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("file", Map.of("spring.datasource.password", 4711081547L)));

        new Settings(environment).check();

        assertThat(Secrets.hide("with 4711081547")).isEqualTo("with ***");
    }

    @Test
    void a_password_within_an_address_is_learned_with_its_slashes() {
        start("SPRING_DATA_REDIS_URL", "redis://u:with/slash-4713@host:6379").close();

        assertThat(Secrets.hide("it is with/slash-4713")).isEqualTo("it is ***");
    }

    @Test
    void variables_of_others_do_not_matter() {
        start("SOMEBODYS_TOKEN", "SECRET\u200babc").close();
    }

    @ParameterizedTest
    @CsvSource({"''", "--logging.structured.format.console=ecs"})
    void a_known_secret_never_reaches_the_log_whatever_its_form(String argument, CapturedOutput output) {
        start("GENIUS_ACCESS_TOKEN", "genius-token-4712", argument).close();
        LoggerFactory.getLogger(SettingsTest.class)
                .warn(
                        "Asked with {}",
                        "genius-token-4712",
                        new IllegalStateException("outer é", new IllegalArgumentException("not genius-token-4712")));

        assertThat(output.getAll()).contains("Asked with ***", "not ***", "outer é");
        assertThat(output.getAll()).doesNotContain("genius-token-4712");
    }
}
