package dev.producerdiscovery.web.access;

import dev.producerdiscovery.web.WebProperties;
import dev.producerdiscovery.web.problem.Problems;
import java.net.InetAddress;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;

/** Chooses the access rule from the settings, and refuses to start where that would leave a door open. */
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.SignInConfiguration.class)
public class AccessConfiguration {

    private static final String PAGES = "org.thymeleaf.spring6.SpringTemplateEngine";

    @Bean
    Tokens accessTokens(WebProperties properties) {
        UnfitToken.check("PRODUCER_DISCOVERY_OPERATOR_TOKEN", properties.operatorToken());
        UnfitToken.check("PRODUCER_DISCOVERY_READER_TOKEN", properties.readerToken());
        UnfitToken.checkDifferent(properties.operatorToken(), properties.readerToken());
        return new Tokens(properties.operatorToken(), properties.readerToken());
    }

    @Bean
    Guesses guesses() {
        return new Guesses(InstantSource.system());
    }

    @Bean
    SignInCookie signInCookie(Tokens tokens) {
        return new SignInCookie(tokens, InstantSource.system());
    }

    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(
            WebProperties properties,
            ServerProperties server,
            Tokens tokens,
            SignInCookie cookie,
            Guesses guesses,
            Problems problems) {
        boolean canSignIn =
                properties.hasToken() && ClassUtils.isPresent(PAGES, getClass().getClassLoader());
        AccessRule rule = rule(properties, server.getAddress(), new TokenRule(tokens, cookie, guesses));
        FilterRegistrationBean<AccessFilter> registration =
                new FilterRegistrationBean<>(new AccessFilter(rule, canSignIn, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    static AccessRule rule(WebProperties properties, @Nullable InetAddress address, AccessRule tokenRule) {
        AccessRule origin = new OriginRule();
        if (properties.hasToken()) {
            return origin.and(tokenRule);
        }
        if (address != null && address.isLoopbackAddress()) {
            return HostRule.loopback(properties.allowedHosts()).and(origin);
        }
        if (properties.trustNetwork()) {
            return HostRule.localNetwork(properties.allowedHosts()).and(origin);
        }
        throw new UnsafeBinding(address == null ? "not set" : address.getHostAddress());
    }

    /** Only services with pages have a page to sign in at. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = PAGES)
    static class SignInConfiguration {

        @Bean
        SignInController signInController(Tokens tokens, SignInCookie cookie, Guesses guesses) {
            return new SignInController(tokens, cookie, guesses);
        }
    }
}
