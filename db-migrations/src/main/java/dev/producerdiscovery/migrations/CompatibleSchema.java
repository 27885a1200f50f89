package dev.producerdiscovery.migrations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Our schema {@code pgmq}, for servers without the extension.
 *
 * @param script repeatable SQL
 * @param mark the comment that the schema carries, so that only a changed script runs again
 */
record CompatibleSchema(String script, String mark) {

    /** In their order: together they are one script. */
    private static final List<String> PARTS = List.of("1-queues.sql", "2-sending.sql", "3-reading.sql");

    private static final String MARK = "PGMQ-compatible queues of Producer Discovery, revision ";

    static CompatibleSchema load() {
        ByteArrayOutputStream script = new ByteArrayOutputStream();
        PARTS.forEach(part -> script.writeBytes(read("/db/pgmq/" + part)));
        return of(script.toByteArray());
    }

    private static byte[] read(String part) {
        try (InputStream resource = Objects.requireNonNull(CompatibleSchema.class.getResourceAsStream(part), part)) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CompatibleSchema of(byte[] script) {
        CRC32 checksum = new CRC32();
        checksum.update(script);
        return new CompatibleSchema(
                new String(script, StandardCharsets.UTF_8), MARK + Long.toHexString(checksum.getValue()));
    }

    static boolean isMarkedBy(@Nullable String schemaComment) {
        return schemaComment != null && schemaComment.startsWith(MARK);
    }

    void createWith(Statement statement) throws SQLException {
        statement.execute(script);
        statement.execute("comment on schema pgmq is '" + mark + "'");
    }
}
