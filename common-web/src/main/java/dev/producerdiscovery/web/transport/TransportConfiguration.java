package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.WebProperties;
import dev.producerdiscovery.web.problem.Problems;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The headers go first, so that refusals carry them too. */
@Configuration(proxyBeanMethods = false)
public class TransportConfiguration {

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> securityHeaders() {
        FilterRegistrationBean<HeaderWriterFilter> registration =
                new FilterRegistrationBean<>(SecurityHeaders.filter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(WebProperties properties, Problems problems) {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit(
                properties.maxBody(), properties.connections().bodyWithin(), InstantSource.system(), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }

    @Bean
    UnreadableRequests unreadableRequests(Problems problems) {
        return new UnreadableRequests(problems, InstantSource.system());
    }

    @Bean
    HttpFirewall plainPaths() {
        return new PlainPaths();
    }

    @Bean
    RequestRejectedHandler refusedPaths(UnreadableRequests unreadable) {
        return (request, response, refusal) -> unreadable.refuse(
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "The path must be written plainly, in UTF-8, without . and .. and ;"),
                request,
                response);
    }

    /** After the access rules, so that a stranger's form is not even read. */
    @Bean
    FilterRegistrationBean<Parameters> parameters(UnreadableRequests unreadable) {
        FilterRegistrationBean<Parameters> registration = new FilterRegistrationBean<>(new Parameters(unreadable));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 40);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Forwarding> forwarding(WebProperties properties, Problems problems) {
        FilterRegistrationBean<Forwarding> registration =
                new FilterRegistrationBean<>(new Forwarding(new Proxies(properties.trustedProxies()), problems));
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    ServerCustomizer serverCustomizer(WebProperties properties) {
        return new ServerCustomizer(properties.connections());
    }
}
