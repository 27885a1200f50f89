package dev.producerdiscovery.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the application which setting to mend. */
final class UnusableSettingAnalyzer extends AbstractFailureAnalyzer<UnusableSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableSetting cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set " + cause.setting()
                        + " again. Such characters come along when a value is copied from a web page or "
                        + "a document: paste it into a plain text editor first.",
                cause);
    }
}
