package dev.producerdiscovery.web.transport;

import dev.producerdiscovery.web.WebProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Bounds what a connection may cost before any request of it is understood. After Spring Boot's own customizers. */
final class ServerCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    /** Heads are small, and the container keeps such buffers for every connection. */
    private static final String READ_BUFFER = "2048";

    private final WebProperties.Connections limits;

    ServerCustomizer(WebProperties.Connections limits) {
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(GuardedProtocol.class.getName());
        guard(factory);
        // Added last, it stands behind the container's own page and answers first.
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ContainerProblems()));
    }

    private void guard(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", READ_BUFFER);
            ((GuardedProtocol) connector.getProtocolHandler()).limit(limits);
        });
    }
}
