package dev.producerdiscovery.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;

/** Removes secrets from the finished line: nothing that is part of it, such as the message of a cause, can be left out. */
final class HidingEncoder extends EncoderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> encoder;

    HidingEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        // Each byte as one character: whatever the encoding is, what is not hidden comes out as it went in.
        String line = new String(encoder.encode(event), ISO_8859_1);
        return Secrets.hide(line).getBytes(ISO_8859_1);
    }

    @Override
    public byte[] headerBytes() {
        return encoder.headerBytes();
    }

    @Override
    public byte[] footerBytes() {
        return encoder.footerBytes();
    }

    @Override
    public void stop() {
        encoder.stop();
        super.stop();
    }
}
