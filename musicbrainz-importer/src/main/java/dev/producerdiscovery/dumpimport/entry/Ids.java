package dev.producerdiscovery.dumpimport.entry;

import java.util.regex.Pattern;

/** The ids of MusicBrainz, which are UUIDs in lower case. */
final class Ids {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Ids() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** @throws BrokenLineException when it is none */
    static String require(String text) {
        if (!isId(text)) {
            throw new BrokenLineException("it has no id");
        }
        return text;
    }
}
