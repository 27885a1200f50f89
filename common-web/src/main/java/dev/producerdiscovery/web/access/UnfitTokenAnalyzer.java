package dev.producerdiscovery.web.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the service which token to change, and how to make one. */
final class UnfitTokenAnalyzer extends AbstractFailureAnalyzer<UnfitToken> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnfitToken cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set it to something long and random, for example from: openssl rand -hex 24",
                cause);
    }
}
