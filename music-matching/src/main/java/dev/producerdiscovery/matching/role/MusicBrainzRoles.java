package dev.producerdiscovery.matching.role;

import dev.producerdiscovery.matching.text.Folding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * MusicBrainz' relation types, by their ids where possible: names of types change, ids do not.
 * See https://musicbrainz.org/relationships.
 */
final class MusicBrainzRoles {

    private static final Map<String, String> TYPE_OF_ID = Map.of(
            "5c0ceac3-feb4-41f0-868d-dc06f6e27fc0", "producer",
            "8bf377ba-8d71-4ecc-97f2-7bb2d8a2a75f", "producer",
            "36c50022-44e0-488d-994b-33f11d20301e", "programming",
            "3e3102e1-1896-4f50-b5b2-dd9824e46efe", "mix",
            "5dcc52af-7064-4051-8d62-7d80f4c3c907", "engineer",
            "7950be4d-13a3-48e7-906b-5af562e39544", "remixer",
            "a255bca1-b157-4518-9108-7b147dc3fc68", "writer",
            "d59d99ea-23d4-4a80-b066-edca32ee158f", "composer",
            "3e48faba-ec01-47fd-8e89-30e81161661c", "lyricist");

    /** Types whose names mean something else as free-text labels, or nothing. */
    private static final Map<String, String> LABEL_OF_TYPE = Map.of(
            "mix", "mixing engineer",
            "mix-dj", "dj",
            "recording", "recording engineer",
            "mastering", "mastering engineer",
            "sound", "sound engineer",
            "programming", "programming",
            "balance", "balance engineer",
            "previously attributed to", "unknown");

    private static final Set<String> ENGINEERS =
            Set.of("mix", "recording", "mastering", "engineer", "sound", "balance");

    private MusicBrainzRoles() {}

    static CreditRole read(String type, String typeId, List<String> attributes, String task) {
        String known = TYPE_OF_ID.getOrDefault(
                typeId.toLowerCase(Locale.ROOT), type.toLowerCase(Locale.ROOT).strip());
        Set<String> marks = attributes.stream()
                .map(attribute -> attribute.toLowerCase(Locale.ROOT).strip())
                .collect(Collectors.toSet());
        if (known.equals("producer")) {
            return producer(marks, task);
        }
        String label = LABEL_OF_TYPE.getOrDefault(known, known);
        boolean assists = ENGINEERS.contains(known) && marks.contains("assistant");
        return Roles.ofLabel(assists ? "assistant " + label : label);
    }

    /** Distinct jobs: the most remote from making the song decides, so that nobody is credited with too much. */
    private static CreditRole producer(Set<String> marks, String task) {
        for (String mark : List.of("executive", "associate", "assistant")) {
            if (marks.contains(mark)) {
                return Roles.ofLabel(mark + " producer");
            }
        }
        if (!task.isBlank()) {
            String work = Folding.key(task);
            CreditRole byTask = Roles.ofLabel(work.contains("produc") ? work : work + " producer");
            return byTask.known() ? byTask : CreditRole.unknown("producer: " + work);
        }
        if (marks.contains("co")) {
            return Roles.ofLabel("co-producer");
        }
        return Roles.ofLabel(marks.contains("additional") ? "additional producer" : "producer");
    }
}
