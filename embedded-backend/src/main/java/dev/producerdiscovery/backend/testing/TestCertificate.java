package dev.producerdiscovery.backend.testing;

import dev.producerdiscovery.backend.Loopback;
import dev.producerdiscovery.backend.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that the loopback address vouches for itself with.
 *
 * @param key as PEM
 * @param certificate as PEM
 */
record TestCertificate(Path key, Path certificate) {

    private static final String PASSWORD = "for-the-test";
    private static final String NAME = "loopback";

    /** Made by the JDK's own tool, as nothing in the JDK's library makes one. */
    static TestCertificate in(Path folder) throws IOException {
        Path store = folder.resolve("store.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                "RSA",
                "-dname",
                "CN=" + NAME,
                "-ext",
                "SAN=IP:" + Loopback.HOST,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        try {
            Process tool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start();
            if (tool.waitFor() != 0) {
                throw new IOException("keytool made no certificate");
            }
            KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            return new TestCertificate(
                    pem(
                            folder.resolve("key.pem"),
                            "PRIVATE KEY",
                            made.getKey(NAME, PASSWORD.toCharArray()).getEncoded()),
                    pem(
                            folder.resolve("certificate.pem"),
                            "CERTIFICATE",
                            made.getCertificate(NAME).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException("what keytool made cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool made a certificate", e);
        }
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        PrivateFiles.write(file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text));
        return file;
    }
}
