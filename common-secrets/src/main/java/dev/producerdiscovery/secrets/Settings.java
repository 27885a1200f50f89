package dev.producerdiscovery.secrets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What was configured, from wherever it came. Of the environment only what is ours is looked at: a host's other variables
 * are nobody's business here.
 */
final class Settings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)");
    private static final Pattern OURS = Pattern.compile("(producer-discovery|spring|server|management)-.+");

    /** Spring's own, such as a document or a certificate as text, may have several lines. */
    private static final Pattern SPRINGS = Pattern.compile("(spring|server|management)-.+");

    /** A password may hold a slash, unless it is a port and what follows a path. */
    private static final Pattern USER_INFO = Pattern.compile("://[^:/\\s@\\[]*+:(?!\\d{1,5}+[/?#,])([^\\s@]{1,200}+)@");

    private static final Set<String> OUTSIDE = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    private final ConfigurableEnvironment environment;
    private final Set<String> asked = new HashSet<>();

    Settings(ConfigurableEnvironment environment) {
        this.environment = environment;
        sources().forEach(this::noteVariables);
    }

    /**
     * Learns the secrets and takes off what surrounds a value by accident.
     *
     * @throws UnusableSetting for what could not be used as it is
     */
    void check() {
        for (EnumerablePropertySource<?> source : sources()) {
            Map<String, Object> trimmed = new HashMap<>();
            for (String name : source.getPropertyNames()) {
                Object value = source.getProperty(name);
                // A password of digits is a number in YAML.
                if (concerns(source, name) && (value instanceof CharSequence || value instanceof Number)) {
                    check(name, value.toString(), trimmed);
                }
            }
            if (!trimmed.isEmpty()) {
                replace(source, trimmed);
            }
        }
    }

    private void check(String name, String value, Map<String, Object> trimmed) {
        SettingKind kind = SettingKind.of(name);
        String text = kind.trimmed(value);
        if (text.contains("${")) {
            return;
        }
        kind.problem(text, SPRINGS.matcher(plain(name)).matches()).ifPresent(problem -> {
            throw new UnusableSetting(name, problem);
        });
        if (kind.secret(text) && !isUserName(text)) {
            Secrets.keep(text);
        }
        Matcher userInfo = USER_INFO.matcher(text);
        while (userInfo.find()) {
            Secrets.keep(userInfo.group(1));
        }
        if (!text.equals(value)) {
            trimmed.put(name, text);
        }
    }

    /** A password that is known as a name already keeps nobody out, and the name would be hidden everywhere. */
    private boolean isUserName(String text) {
        return text.equals(environment.getProperty("spring.datasource.username"));
    }

    private boolean concerns(PropertySource<?> source, String name) {
        String plain = plain(name);
        boolean ours = OURS.matcher(plain).matches() || asked.contains(name);
        return ours
                && (OUTSIDE.contains(source.getName())
                        || plain.startsWith("producer-discovery-")
                        || SettingKind.of(name) != SettingKind.OTHER);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
    }

    private void noteVariables(EnumerablePropertySource<?> source) {
        if (OUTSIDE.contains(source.getName())) {
            return;
        }
        for (String name : source.getPropertyNames()) {
            if (source.getProperty(name) instanceof CharSequence value) {
                PLACEHOLDER.matcher(value).results().forEach(found -> asked.add(found.group(1)));
            }
        }
    }

    private void replace(EnumerablePropertySource<?> source, Map<String, Object> trimmed) {
        MutablePropertySources all = environment.getPropertySources();
        boolean variables = source instanceof SystemEnvironmentPropertySource;
        // Spring Boot knows variables that stand for properties by the end of the name.
        String name = "trimmed-" + source.getName();
        all.addBefore(
                source.getName(),
                variables ? new SystemEnvironmentPropertySource(name, trimmed) : new MapPropertySource(name, trimmed));
    }

    private List<EnumerablePropertySource<?>> sources() {
        List<EnumerablePropertySource<?>> found = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable
                    && !source.getName().startsWith("configurationProperties")) {
                found.add(enumerable);
            }
        }
        return found;
    }
}
