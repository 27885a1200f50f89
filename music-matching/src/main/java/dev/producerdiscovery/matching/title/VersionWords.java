package dev.producerdiscovery.matching.title;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final Map<String, Entry> PHRASES = new HashMap<>();

    static {
        always(
                VersionType.KARAOKE,
                "karaoke",
                "in the style of",
                "originally performed by",
                "as made famous by",
                "made famous by",
                "backing track",
                "minus one");
        always(VersionType.PARODY, "parody of");
        atEnd(VersionType.PARODY, "parody");
        always(
                VersionType.REMASTER,
                "remaster",
                "remastered",
                "remasters",
                "remastering",
                "re mastered",
                "re master",
                "remasterizado",
                "remasterizada",
                "remasterise",
                "remastérisé");
        always(VersionType.RERECORDING, "rerecorded", "re recorded", "rerecording", "re recording", "newly recorded");
        always(VersionType.REMIX, "remix", "remixed", "remixes", "rmx", "re mix", "remixado");
        always(VersionType.BOOTLEG, "bootleg");
        always(VersionType.MASHUP, "mashup", "mash up");
        atEnd(VersionType.FLIP, "flip");
        atEnd(
                VersionType.REWORK,
                "rework",
                "reworked",
                "re work",
                "remake",
                "re make",
                "reimagined",
                "reconstruction",
                "reboot");
        atEnd(VersionType.REFIX, "refix", "re fix");
        atEnd(VersionType.VIP, "vip");
        always(VersionType.NIGHTCORE, "nightcore");
        always(VersionType.SPED_UP, "sped up", "speed up", "spedup");
        always(VersionType.SLOWED, "slowed", "slowed down", "chopped and screwed");
        atEnd(VersionType.COVER, "cover", "tribute");
        always(VersionType.COVER, "cover version", "tribute to", "cover of");
        among(VersionType.LIVE, "live");
        atEnd(
                VersionType.LIVE,
                "session",
                "sessions",
                "live session",
                "live lounge",
                "live version",
                "live performance");
        always(
                VersionType.LIVE,
                "ao vivo",
                "en vivo",
                "en directo",
                "dal vivo",
                "recorded live",
                "in concert",
                "recorded at",
                "live at",
                "live from");
        among(VersionType.ACOUSTIC, "acoustic", "acustico", "acustica", "acoustique", "akustik", "stripped");
        always(VersionType.ACOUSTIC, "unplugged");
        atEnd(VersionType.DEMO, "demo", "demos", "outtake", "rehearsal", "rough mix", "alternate take", "alt take");
        always(VersionType.INSTRUMENTAL, "instrumental", "instrumentals");
        among(VersionType.INSTRUMENTAL, "inst");
        always(VersionType.A_CAPPELLA, "acapella", "acappella", "a cappella", "a capella", "accapella");
        atEnd(VersionType.REPRISE, "reprise");
        atEnd(VersionType.DUB, "dub");
        among(VersionType.RADIO, "radio");
        atEnd(VersionType.RADIO, "radio edit", "radio mix", "radio version", "radio re edit", "radio cut");
        among(VersionType.EXTENDED, "extended", "maxi");
        among(VersionType.CLUB, "club");
        among(VersionType.ORIGINAL, "original");
        among(VersionType.MONO, "mono");
        among(VersionType.STEREO, "stereo");
        always(
                VersionType.EDITION,
                "deluxe",
                "reissue",
                "re issue",
                "reissued",
                "box set",
                "bonus track",
                "bonus tracks",
                "expanded and");
        atEnd(VersionType.EDITION, "edition", "anniversary", "promo", "promo cd");
        among(VersionType.EDITION, "bonus", "expanded", "promo", "anniversary");
        among(VersionType.VERSION, "single", "ep", "lp");
        atEnd(VersionType.EDIT, "edit", "re edit", "reedit");
        atEnd(VersionType.MIX, "mix");
        atEnd(VersionType.VERSION, "version", "ver", "versao", "versione", "versions");
    }

    /** Words that say what kind of version it is, and name nobody. */
    private static final Set<String> DESCRIPTORS = Set.of(
            "the",
            "official",
            "original",
            "extended",
            "club",
            "festival",
            "dance",
            "radio",
            "vocal",
            "short",
            "long",
            "main",
            "full",
            "length",
            "single",
            "album",
            "video",
            "special",
            "super",
            "new",
            "alternate",
            "alternative",
            "ultimate",
            "final",
            "standard",
            "uk",
            "us",
            "usa",
            "inch",
            "12",
            "7",
            "12 inch",
            "7 inch",
            "house",
            "techno",
            "trance",
            "disco",
            "deep",
            "drum",
            "bass",
            "tech",
            "electro",
            "hip hop",
            "latin",
            "piano",
            "stereo",
            "mono",
            "clean",
            "explicit",
            "dirty",
            "film",
            "movie",
            "tv",
            "lp",
            "ep",
            "cd",
            "street",
            "summer",
            "christmas",
            "holiday",
            "chill",
            "lofi",
            "lo fi",
            "lounge",
            "ambient",
            "party",
            "workout",
            "hardstyle",
            "trap",
            "dubstep",
            "studio",
            "digital",
            "and",
            "soundtrack",
            "mini",
            "mega",
            "bonus",
            "instrumental",
            "dj");

    /** Descriptors of the song's own recording. */
    private static final Set<String> OWN_RECORDING = Set.of(
            "the",
            "official",
            "original",
            "main",
            "full",
            "length",
            "single",
            "album",
            "video",
            "standard",
            "uk",
            "us",
            "usa",
            "inch",
            "12",
            "7",
            "12 inch",
            "7 inch",
            "stereo",
            "mono",
            "clean",
            "explicit",
            "dirty",
            "film",
            "movie",
            "tv",
            "lp",
            "ep",
            "cd",
            "studio",
            "digital",
            "soundtrack",
            "short",
            "long",
            "radio",
            "extended",
            "and",
            "new",
            "final",
            "edit",
            "mix",
            "bonus");

    static final Set<String> CONNECTORS = Set.of(
            "at", "in", "from", "on", "by", "of", "for", "with", "w", "during", "en", "im", "aus", "au", "desde",
            "feat");

    private VersionWords() {}

    static @Nullable Entry find(String phrase) {
        return PHRASES.get(phrase);
    }

    static boolean isDescriptor(String word) {
        return DESCRIPTORS.contains(word);
    }

    static boolean isOwnRecording(String word) {
        return OWN_RECORDING.contains(word);
    }

    private static void always(VersionType type, String... phrases) {
        put(new Entry(type, Strength.ALWAYS), phrases);
    }

    private static void atEnd(VersionType type, String... phrases) {
        put(new Entry(type, Strength.AT_END), phrases);
    }

    private static void among(VersionType type, String... phrases) {
        put(new Entry(type, Strength.AMONG_ITS_KIND), phrases);
    }

    private static void put(Entry entry, String... phrases) {
        List.of(phrases).forEach(phrase -> PHRASES.putIfAbsent(phrase, entry));
    }
}
