package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.text.Folding;
import java.util.regex.Pattern;

/** Acts that play other people's songs under names made to be found: providers list them first. */
final class Imitators {

    private static final Pattern SIGNS =
            Pattern.compile("\\b(?:tribute|tributes|karaoke|cover band|covers|cover version"
                    + "|made famous by|in the style of|originally performed|as performed by|sing along|backing tracks?"
                    + "|lullaby|lullabies|string quartet plays|8 bit|party hits|hit crew|soundalike|instrumentals)\\b");

    private Imitators() {}

    /** True for an imitator's name when no imitator was asked for. */
    static boolean isUnwanted(String asked, String candidate) {
        return isImitator(candidate) && !isImitator(asked);
    }

    private static boolean isImitator(String name) {
        return SIGNS.matcher(Folding.key(name)).find();
    }
}
