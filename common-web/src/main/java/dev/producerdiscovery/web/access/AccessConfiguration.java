package dev.producerdiscovery.web.access;

import dev.producerdiscovery.web.WebProperties;
import dev.producerdiscovery.web.problem.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.AbstractSecurityWebApplicationInitializer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Chooses who may come in from the settings, and refuses to start where that would leave a door open. Spring Boot's own
 * set-up of Spring Security is left out: it would add a user and write the password into the log.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import({TokenConfiguration.class, AccessConfiguration.SignInConfiguration.class})
public class AccessConfiguration {

    /** Neither tells anything about the data, and neither caller can hold a token. */
    private static final Set<String> OPEN = Set.of(
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/health/readiness",
            "/assets/style.css",
            "/assets/icon.svg");

    /** After {@code Forwarding}, by whose word it is judged where a request comes from, and before any body is read. */
    @Bean
    DelegatingFilterProxyRegistrationBean accessFilter() {
        DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
                AbstractSecurityWebApplicationInitializer.DEFAULT_FILTER_NAME);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    @Bean
    AccessRule accessRule(WebProperties properties, ServerProperties server) {
        return rule(properties, server.getAddress());
    }

    static AccessRule rule(WebProperties properties, @Nullable InetAddress address) {
        AccessRule origin = new OriginRule();
        if (properties.hasToken()) {
            return origin;
        }
        if (address != null && address.isLoopbackAddress()) {
            return HostRule.loopback(properties.allowedHosts()).and(origin);
        }
        if (properties.trustNetwork()) {
            return HostRule.localNetwork(properties.allowedHosts()).and(origin);
        }
        throw new UnsafeBinding(address == null ? "not set" : address.getHostAddress());
    }

    @Bean
    @Order(1)
    SecurityFilterChain openChain() {
        return new DefaultSecurityFilterChain(AccessConfiguration::isOpen);
    }

    /** By what is written: a path that only decodes to one of these is asked for a token like any other. */
    private static boolean isOpen(HttpServletRequest request) {
        return OPEN.contains(
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    /** Requests are measured already; how each was let in would only add to that. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Only services with pages have a page to sign in at. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.thymeleaf.spring6.SpringTemplateEngine")
    static class SignInConfiguration {

        @Bean
        SignInController signInController(AuthenticationManager callers, SignInCookie cookie) {
            return new SignInController(callers, cookie);
        }

        /** Whoever signs in has no token to show yet, but may not be sent by a foreign page either. */
        @Bean
        @Order(2)
        SecurityFilterChain signInChain(AccessRule rule, Problems problems) {
            return new DefaultSecurityFilterChain(
                    PathPatternRequestMatcher.pathPattern(SignInController.PATH), new RuleFilter(rule, problems));
        }
    }
}
