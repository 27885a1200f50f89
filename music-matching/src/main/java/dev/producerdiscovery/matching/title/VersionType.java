package dev.producerdiscovery.matching.title;

/** What a title says about a version, strongest statement first: the first one found names a version's type. */
public enum VersionType {
    KARAOKE("karaoke", true, false),
    PARODY("parody", true, false),
    REMASTER("remaster", false, false),
    RERECORDING("rerecording", true, false),
    REMIX("remix", true, true),
    BOOTLEG("bootleg", true, true),
    MASHUP("mashup", true, true),
    FLIP("flip", true, true),
    REWORK("rework", true, true),
    REFIX("refix", true, true),
    VIP("vip", true, true),
    NIGHTCORE("nightcore", true, false),
    SPED_UP("spedUp", true, false),
    SLOWED("slowed", true, false),
    COVER("cover", true, false),
    LIVE("live", true, false),
    ACOUSTIC("acoustic", true, false),
    DEMO("demo", true, false),
    INSTRUMENTAL("instrumental", true, false),
    A_CAPPELLA("acapella", true, false),
    REPRISE("reprise", true, false),
    DUB("dub", true, true),
    RADIO("radio", false, true),
    EXTENDED("extended", false, false),
    CLUB("club", true, false),
    ORIGINAL("original", false, false),
    MONO("mono", false, false),
    STEREO("stereo", false, false),
    EDITION("edition", false, false),
    EDIT("edit", false, true),
    MIX("mix", false, true),
    VERSION("version", false, false),
    SOURCE("source", false, false);

    private final String label;
    private final boolean otherRecording;
    private final boolean byName;

    VersionType(String label, boolean otherRecording, boolean byName) {
        this.label = label;
        this.otherRecording = otherRecording;
        this.byName = byName;
    }

    /** The word for it in keys and metadata. */
    public String label() {
        return label;
    }

    /** True when such a version was made anew, so that other people may have made it. */
    boolean isOtherRecording() {
        return otherRecording;
    }

    /** True when the words before it name who made it ("Someone Remix"). */
    boolean takesName() {
        return byName;
    }
}
