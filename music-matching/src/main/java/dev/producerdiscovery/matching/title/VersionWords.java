package dev.producerdiscovery.matching.title;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The vocabulary of versions, in the form of {@link dev.producerdiscovery.matching.text.Folding#key keys}. */
final class VersionWords {

    /** How much a word needs around it before it is believed: "live" is an ordinary word, "remix" is not. */
    enum Strength {
        /** Means a version wherever it stands. */
        ALWAYS,
        /** Means a version at the end, after whatever describes it ("Someone Edit"). */
        AT_END,
        /** Means a version among other version words, or followed by a place or a person ("Live at …"). */
        AMONG_ITS_KIND
    }

    record Entry(VersionType type, Strength strength) {}

    static final int LONGEST_PHRASE = 4;

    /** Type and strength; below them, indented, the phrases. */
    private static final String PHRASES = """
            KARAOKE | ALWAYS
                karaoke; in the style of; originally performed by; as made famous by; made famous by;
                backing track; minus one
            PARODY | ALWAYS
                parody of
            PARODY | AT_END
                parody
            REMASTER | ALWAYS
                remaster; remastered; remasters; remastering; re mastered; re master; remasterizado;
                remasterizada; remasterise
            RERECORDING | ALWAYS
                rerecorded; re recorded; rerecording; re recording; newly recorded
            REMIX | ALWAYS
                remix; remixed; remixes; rmx; re mix; remixado
            BOOTLEG | ALWAYS
                bootleg
            MASHUP | ALWAYS
                mashup; mash up
            FLIP | AT_END
                flip
            REWORK | AT_END
                rework; reworked; re work; remake; re make; reimagined; reconstruction; reboot
            REFIX | AT_END
                refix; re fix
            VIP | AT_END
                vip
            NIGHTCORE | ALWAYS
                nightcore
            SPED_UP | ALWAYS
                sped up; speed up; spedup
            SLOWED | ALWAYS
                slowed; slowed down; chopped and screwed
            COVER | AT_END
                cover; tribute
            COVER | ALWAYS
                cover version; tribute to; cover of
            LIVE | AMONG_ITS_KIND
                live
            LIVE | AT_END
                session; sessions; live session; live lounge; live version; live performance
            LIVE | ALWAYS
                ao vivo; en vivo; en directo; dal vivo; recorded live; in concert; recorded at; live at;
                live from
            ACOUSTIC | AMONG_ITS_KIND
                acoustic; acustico; acustica; acoustique; akustik; stripped
            ACOUSTIC | ALWAYS
                unplugged
            DEMO | AT_END
                demo; demos; outtake; rehearsal; rough mix; alternate take; alt take
            INSTRUMENTAL | ALWAYS
                instrumental; instrumentals
            INSTRUMENTAL | AMONG_ITS_KIND
                inst
            A_CAPPELLA | ALWAYS
                acapella; acappella; a cappella; a capella; accapella
            REPRISE | AT_END
                reprise
            DUB | AT_END
                dub
            RADIO | AMONG_ITS_KIND
                radio
            RADIO | AT_END
                radio edit; radio mix; radio version; radio re edit; radio cut
            EXTENDED | AMONG_ITS_KIND
                extended; maxi
            CLUB | AMONG_ITS_KIND
                club
            ORIGINAL | AMONG_ITS_KIND
                original
            MONO | AMONG_ITS_KIND
                mono
            STEREO | AMONG_ITS_KIND
                stereo
            EDITION | ALWAYS
                deluxe; reissue; re issue; reissued; box set; bonus track; bonus tracks; expanded and
            EDITION | AT_END
                edition; anniversary; promo; promo cd
            EDITION | AMONG_ITS_KIND
                bonus; expanded
            VERSION | AMONG_ITS_KIND
                single; ep; lp
            EDIT | AT_END
                edit; re edit; reedit
            MIX | AT_END
                mix
            VERSION | AT_END
                version; ver; versao; versione; versions
            """;

    /** Words that say what kind of version it is, and name nobody. */
    private static final Set<String> DESCRIPTORS = set("""
            the; official; original; extended; club; festival; dance; radio; vocal; short; long; main; full;
            length; single; album; video; special; super; new; alternate; alternative; ultimate; final;
            standard; uk; us; usa; inch; 12; 7; 12 inch; 7 inch; house; techno; trance; disco; deep; drum;
            bass; tech; electro; hip hop; latin; piano; stereo; mono; clean; explicit; dirty; film; movie;
            tv; lp; ep; cd; street; summer; christmas; holiday; chill; lofi; lo fi; lounge; ambient; party;
            workout; hardstyle; trap; dubstep; studio; digital; and; soundtrack; mini; mega; bonus;
            instrumental; dj
            """);

    /** Descriptors of the song's own recording. */
    private static final Set<String> OWN_RECORDING = set("""
            the; official; original; main; full; length; single; album; video; standard; uk; us; usa; inch;
            12; 7; 12 inch; 7 inch; stereo; mono; clean; explicit; dirty; film; movie; tv; lp; ep; cd;
            studio; digital; soundtrack; short; long; radio; extended; and; new; final; edit; mix; bonus
            """);

    static final Set<String> CONNECTORS =
            set("at; in; from; on; by; of; for; with; w; during; en; im; aus; au; desde; feat");

    private static final Pattern COLUMNS = Pattern.compile("\\s*\\|\\s*");
    private static final Map<String, Entry> ENTRIES = new HashMap<>();

    static {
        Entry entry = new Entry(VersionType.VERSION, Strength.AT_END);
        for (String line : PHRASES.lines().toList()) {
            if (line.startsWith(" ")) {
                for (String phrase : split(line).toList()) {
                    ENTRIES.put(phrase, entry);
                }
            } else {
                List<String> columns = COLUMNS.splitAsStream(line).toList();
                entry = new Entry(VersionType.valueOf(columns.get(0)), Strength.valueOf(columns.get(1)));
            }
        }
    }

    private VersionWords() {}

    static @Nullable Entry find(String phrase) {
        return ENTRIES.get(phrase);
    }

    static boolean isDescriptor(String word) {
        return DESCRIPTORS.contains(word);
    }

    static boolean isOwnRecording(String word) {
        return OWN_RECORDING.contains(word);
    }

    private static Set<String> set(String words) {
        return split(words).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> split(String words) {
        return Pattern.compile("\\s*[;\\n]\\s*").splitAsStream(words.strip()).filter(word -> !word.isEmpty());
    }
}
