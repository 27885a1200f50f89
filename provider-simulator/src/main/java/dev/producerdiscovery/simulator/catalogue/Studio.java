package dev.producerdiscovery.simulator.catalogue;

import dev.producerdiscovery.simulator.catalogue.Version.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one act's recordings. Not thread-safe. */
final class Studio {

    private final Act act;
    private final Dice dice;
    private final CreditSheet sheet;
    private int made;

    Studio(Scene scene, Act act, Dice dice) {
        this.act = act;
        this.dice = dice;
        this.sheet = new CreditSheet(scene, act, dice.at("house"));
    }

    CreditSheet sheet() {
        return sheet;
    }

    Recording song(String title, List<Act> acts, List<Act> guests, int lengthMs) {
        String key = act.spotifyId() + "/song-" + ++made;
        Dice own = dice.at(key);
        Composition song = new Composition(key, title, acts, guests, Ids.mbid(own));
        List<Credit> credits = sheet.original(own);
        boolean told = credits.stream().anyMatch(credit -> credit.statedBy(Source.MUSICBRAINZ));
        List<String> isrcs = List.of(Ids.isrc(own), Ids.isrc(own));
        return recording(key, song, Version.ORIGINAL, lengthMs, isrcs, credits, own, told || own.chance(0.5));
    }

    Recording radioEdit(Recording original) {
        Version version = new Version(Kind.RADIO_EDIT, "Radio Edit");
        int shorter = Math.max(95_000, original.lengthMs() - 42_000);
        return version(original.song(), version, shorter, original.credits(), false);
    }

    Recording remix(Recording original, Dice own) {
        Contributor remixer = sheet.remixer(own);
        Version version = new Version(Kind.REMIX, remixer.names().genius() + " Remix");
        return version(original.song(), version, original.lengthMs() + 71_000, sheet.remix(remixer, own), true);
    }

    Recording live(Recording original, String venue) {
        return version(
                original.song(),
                new Version(Kind.LIVE, "Live at " + venue),
                original.lengthMs() + 34_000,
                List.of(),
                true);
    }

    Recording acoustic(Recording original, Dice own) {
        Version version = new Version(Kind.ACOUSTIC, "Acoustic");
        return version(original.song(), version, original.lengthMs() - 9_000, sheet.acoustic(own), true);
    }

    /** The tribute act plays the song; neither its people nor its recording have to do with the original. */
    Recording cover(Recording original, Act tribute, Dice own) {
        Version version = new Version(Kind.COVER, "Tribute to " + act.name());
        Composition copied = new Composition(
                original.song().key(),
                original.song().title(),
                List.of(tribute),
                List.of(),
                original.song().workMbid());
        return version(copied, version, original.lengthMs() + own.between(-4_000, 4_000), sheet.cover(own), true);
    }

    private Recording version(Composition song, Version version, int lengthMs, List<Credit> credits, boolean findable) {
        String key = act.spotifyId() + "/version-" + ++made;
        Dice own = dice.at(key);
        return recording(key, song, version, lengthMs, List.of(Ids.isrc(own)), credits, own, findable);
    }

    private Recording recording(
            String key,
            Composition song,
            Version version,
            int lengthMs,
            List<String> isrcs,
            List<Credit> credits,
            Dice own,
            boolean findable) {
        @Nullable String mbid = act.who().ids().mbid() == null ? null : Ids.mbid(own);
        return new Recording(key, song, version, lengthMs, isrcs, credits, mbid, findable);
    }
}
