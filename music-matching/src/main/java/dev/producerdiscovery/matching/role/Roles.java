package dev.producerdiscovery.matching.role;

import dev.producerdiscovery.matching.text.Folding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the role labels of the sources. */
public final class Roles {

    private static final Pattern BRACKET = Pattern.compile("\\s*\\[([^\\[\\]]*)\\]");
    private static final Pattern VIDEO = Pattern.compile("^(?:video|animation|film|movie|visual|visualizer)s? .*");
    private static final Pattern ADDITIONAL_WORK = Pattern.compile("^(?:additional|co|uncredited) (.+)$");

    private Roles() {}

    /**
     * Reads one free-text label ("Additional Production"), as Genius has them.
     *
     * @return {@link CreditRole#known()} is false when no table has the label
     */
    public static CreditRole ofLabel(String label) {
        String key = label.isBlank() ? "" : Folding.key(label);
        return RoleLabels.find(key)
                .or(() -> ofVideo(key))
                .or(() -> ofAdditionalWork(key))
                .orElseGet(() -> CreditRole.unknown(key));
    }

    private static Optional<CreditRole> ofVideo(String key) {
        return VIDEO.matcher(key).matches()
                ? RoleLabels.find(key.endsWith("company") ? "production company" : "video producer")
                : Optional.empty();
    }

    /** "Additional Viola" is a viola; additional production has rows of its own. */
    private static Optional<CreditRole> ofAdditionalWork(String key) {
        Matcher additional = ADDITIONAL_WORK.matcher(key);
        return additional.matches()
                ? RoleLabels.find(additional.group(1)).filter(found -> !found.isMusicProducer())
                : Optional.empty();
    }

    /**
     * Reads a Discogs role string: several roles separated by commas, each with remarks in square brackets that
     * may hold commas themselves ("Remix, Producer [Additional]").
     *
     * @return one entry for each role; empty for a blank string
     */
    public static List<CreditRole> ofDiscogs(String roles) {
        return TopLevelCommas.split(roles).stream()
                .map(Roles::ofDiscogsRole)
                .distinct()
                .toList();
    }

    private static CreditRole ofDiscogsRole(String role) {
        Matcher bracket = BRACKET.matcher(role);
        if (!bracket.find()) {
            return ofLabel(role);
        }
        String base = bracket.replaceAll("").strip();
        String remark = bracket.reset()
                .results()
                .map(found -> found.group(1))
                .reduce("", (a, b) -> a + " " + b)
                .strip();
        // The remark first, as the more specific one: "Producer [Additional]", "Producer [Vocals]", "Producer [Co-]".
        return Stream.concat(Stream.of(remark), TopLevelCommas.split(remark).stream())
                .flatMap(part -> Stream.of(part + " " + base, base + " " + part, remarkOf(base, part)))
                .filter(label -> !label.equals(base))
                .map(Roles::ofLabel)
                .filter(CreditRole::known)
                .findFirst()
                .orElseGet(() -> ofLabel(base));
    }

    /** A remark that names a whole role itself counts only where the base is a role of the same family. */
    private static String remarkOf(String base, String remark) {
        CreditRole own = ofLabel(remark);
        return own.known() && own.family() == ofLabel(base).family() ? remark : base;
    }

    /**
     * Reads a MusicBrainz relation between an artist and a recording, release or work.
     *
     * @param type the relation's type name, used when the type id is not in the table
     * @param typeId the relation's type id; blank when the source gave none
     * @param attributes the relation's attributes ("co", "executive", "additional")
     * @param task the free text of attribute "task"; blank when there is none
     */
    public static CreditRole ofMusicBrainz(String type, String typeId, List<String> attributes, String task) {
        return MusicBrainzRoles.read(type, typeId, attributes, task);
    }
}
