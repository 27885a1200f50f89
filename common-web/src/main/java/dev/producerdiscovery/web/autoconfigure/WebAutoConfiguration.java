package dev.producerdiscovery.web.autoconfigure;

import dev.producerdiscovery.web.WebProperties;
import dev.producerdiscovery.web.access.AccessConfiguration;
import dev.producerdiscovery.web.problem.ProblemConfiguration;
import dev.producerdiscovery.web.transport.TransportConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Comes before Spring's own error page, which stands back for ours. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
@Import({AccessConfiguration.class, ProblemConfiguration.class, TransportConfiguration.class})
public class WebAutoConfiguration {}
