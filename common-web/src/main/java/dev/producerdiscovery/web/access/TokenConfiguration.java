package dev.producerdiscovery.web.access;

import dev.producerdiscovery.web.WebProperties;
import dev.producerdiscovery.web.problem.Problems;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Who is known by what, and what that opens. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    Tokens accessTokens(WebProperties properties) {
        UnfitToken.check("PRODUCER_DISCOVERY_OPERATOR_TOKEN", properties.operatorToken());
        UnfitToken.check("PRODUCER_DISCOVERY_READER_TOKEN", properties.readerToken());
        UnfitToken.checkDifferent(properties.operatorToken(), properties.readerToken());
        return new Tokens(properties.operatorToken(), properties.readerToken());
    }

    @Bean
    SignInCookie signInCookie(Tokens tokens) {
        return new SignInCookie(tokens, InstantSource.system());
    }

    @Bean
    AuthenticationManager callers(Tokens tokens, SignInCookie cookie) {
        return new Callers(tokens, cookie, new Guesses(InstantSource.system()));
    }

    @Bean
    RoleHierarchy roles() {
        return Role.hierarchy();
    }

    @Bean
    Refusals refusals(Tokens tokens, ObjectProvider<SignInController> page, Problems problems) {
        return new Refusals(tokens, page.getIfAvailable() != null, problems);
    }

    /** Where no token is configured, everybody whom the rule lets in may do everything. */
    @Bean
    @Order(3)
    SecurityFilterChain guardedChain(
            Tokens tokens,
            AccessRule rule,
            Problems problems,
            ObjectProvider<HttpSecurity> http,
            AuthenticationManager callers,
            Refusals refusals) {
        RuleFilter strangers = new RuleFilter(rule, problems);
        if (tokens.isEmpty()) {
            return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, strangers);
        }
        return http.getObject()
                .addFilterAt(strangers, CsrfFilter.class)
                .addFilterAt(shownTokens(callers, refusals), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(rules -> {
                    rules.requestMatchers(Role::changesNothing).hasAuthority(Role.READER.getAuthority());
                    rules.anyRequest().hasAuthority(Role.OPERATOR.getAuthority());
                })
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Our rule does this one's work, for every method and without a token in each form.
                .csrf(AbstractHttpConfigurer::disable)
                // Written already: what is refused on the way here has them too.
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AuthenticationFilter shownTokens(AuthenticationManager callers, Refusals refusals) {
        AuthenticationFilter filter = new AuthenticationFilter(callers, ShownToken::of);
        // By default whoever is known would be redirected to what a session says that it asked for before.
        filter.setSuccessHandler((request, response, known) -> {});
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(refusals));
        return filter;
    }
}
