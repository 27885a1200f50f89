package dev.producerdiscovery.web.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class UnsafeBindingAnalyzer extends AbstractFailureAnalyzer<UnsafeBinding> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeBinding cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set PRODUCER_DISCOVERY_OPERATOR_TOKEN (and PRODUCER_DISCOVERY_READER_TOKEN for readers), or leave "
                        + "SERVER_ADDRESS at 127.0.0.1, or, where nobody but you can reach the network that the "
                        + "service listens on, set PRODUCER_DISCOVERY_TRUST_NETWORK=true.",
                cause);
    }
}
