package dev.producerdiscovery.simulator.catalogue;

import dev.producerdiscovery.simulator.search.Words;
import java.util.Locale;
import java.util.UUID;

/** Identifiers in the shape each provider gives them. */
final class Ids {

    private static final String BASE62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Ids() {}

    static String spotify(Dice dice) {
        StringBuilder id = new StringBuilder(22);
        for (int i = 0; i < 22; i++) {
            id.append(BASE62.charAt(dice.between(0, 61)));
        }
        return id.toString();
    }

    static String mbid(Dice dice) {
        long version4 = (dice.bits() & ~0xf000L) | 0x4000L;
        long variant2 = (dice.bits() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(version4, variant2).toString();
    }

    /** ISO 3166 leaves XX to its users and gives it to no country, so none of these is a real recording's. */
    static String isrc(Dice dice) {
        return "XX" + letter(dice) + letter(dice) + letter(dice)
                + "%02d%05d".formatted(dice.between(0, 25), dice.between(0, 99_999));
    }

    /** Thirteen digits that begin with 2: the range that shops use inside, never given to a product. */
    static String upc(Dice dice) {
        String body = "2" + "%011d".formatted(Math.floorMod(dice.bits(), 100_000_000_000L));
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return body + (10 - sum % 10) % 10;
    }

    /** What is left of a name in a handle: small Latin letters and digits. */
    static String handle(String name, String fallback) {
        String plain = Words.fold(name).replaceAll("[^a-z0-9]", "");
        return plain.length() < 4 ? fallback.toLowerCase(Locale.ROOT) : plain;
    }

    private static char letter(Dice dice) {
        return (char) ('A' + dice.between(0, 25));
    }
}
