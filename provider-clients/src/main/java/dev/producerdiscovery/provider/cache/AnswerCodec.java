package dev.producerdiscovery.provider.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as bytes: compressed, a tenth of what the provider sent, and with a checksum that tells junk. */
final class AnswerCodec {

    private static final Logger log = LoggerFactory.getLogger(AnswerCodec.class);

    /** Told apart from what an older version of this program wrote. */
    private static final int VERSION = 1;

    /** Nothing that we write comes near; junk must not fill the memory. */
    private static final int LARGEST = 32 * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private AnswerCodec() {}

    static byte[] encode(KeptAnswer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeByte(VERSION);
            out.writeLong(answer.at().toEpochMilli());
            out.writeUTF(answer.validators().etag());
            out.writeUTF(answer.validators().lastModified());
            byte[] json = answer.json().map(MAPPER::writeValueAsBytes).orElseGet(() -> new byte[0]);
            out.writeInt(json.length);
            out.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Empty for whatever was not written by {@link #encode}. */
    static Optional<KeptAnswer> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            Instant at = Instant.ofEpochMilli(in.readLong());
            Validators validators = new Validators(in.readUTF(), in.readUTF());
            int length = in.readInt();
            if (length < 0 || length > LARGEST) {
                return Optional.empty();
            }
            byte[] json = in.readNBytes(length);
            // Reading to the end is what verifies the checksum.
            if (json.length != length || in.read() != -1) {
                return Optional.empty();
            }
            Optional<JsonNode> body = length == 0 ? Optional.empty() : Optional.of(MAPPER.readTree(json));
            return Optional.of(new KeptAnswer(body, validators, at));
        } catch (IOException | JacksonException e) {
            log.debug("A kept answer cannot be read", e);
            return Optional.empty();
        }
    }
}
