package dev.producerdiscovery.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The forms in which a secret travels. */
final class Forms {

    /** Shorter ones would be found in any text. */
    private static final int SHORTEST = 8;

    private static final int LONG_ENOUGH_FOR_A_WORD = 12;

    private Forms() {}

    /** Whether the text is unlike any word, so that nothing else is hidden along with it. */
    static boolean isTelling(String secret) {
        return secret.length() >= LONG_ENOUGH_FOR_A_WORD
                || (secret.length() >= SHORTEST && !secret.chars().allMatch(Character::isLetter));
    }

    static List<String> of(String secret) {
        List<String> forms = new ArrayList<>();
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, UTF_8));
        forms.add(URLEncoder.encode(secret, UTF_8).replace("+", "%20"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        // As bytes are looked through for it that may be of any encoding.
        forms.add(new String(secret.getBytes(UTF_8), ISO_8859_1));
        for (int before = 0; before < 3; before++) {
            String within = withinBase64(secret, before);
            forms.add(within);
            forms.add(within.replace('+', '-').replace('/', '_'));
        }
        return forms.stream()
                .filter(form -> form.length() >= SHORTEST)
                .distinct()
                .toList();
    }

    /**
     * What Base64 makes of the secret wherever it stands in something longer, such as user and password.
     *
     * @param before bytes that come before it, as far as they matter: modulo 3
     */
    private static String withinBase64(String secret, int before) {
        byte[] bytes = secret.getBytes(UTF_8);
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        // A character of six bits belongs to the secret alone if its first bit and its last do.
        return encoded.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }
}
