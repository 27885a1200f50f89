package dev.producerdiscovery.simulator.catalogue;

import dev.producerdiscovery.simulator.catalogue.Release.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives one act's releases their ids, codes and dates, and decides which of them the other sources know. */
final class ReleaseMaker {

    private final Act act;
    private final Dice dice;
    private final Serials serials;
    private int made;

    ReleaseMaker(Act act, Dice dice, Serials serials) {
        this.act = act;
        this.dice = dice;
        this.serials = serials;
    }

    /** A release that each source knows by chance. */
    Release release(String name, Kind kind, List<Act> acts, int year, List<Placement> tracks, List<Credit> credits) {
        Dice own = dice.at("release", made);
        return release(name, kind, acts, year, tracks, credits, own.chance(0.75), own.chance(0.9));
    }

    /**
     * @param known whether MusicBrainz knows the release
     * @param linked whether it then also knows its Spotify page; without that only codes lead to it
     */
    Release release(
            String name,
            Kind kind,
            List<Act> acts,
            int year,
            List<Placement> tracks,
            List<Credit> credits,
            boolean known,
            boolean linked) {
        Dice own = dice.at("release", made++, name);
        boolean inMusicBrainz = known && act.who().ids().mbid() != null;
        @Nullable String mbid = inMusicBrainz ? Ids.mbid(own) : null;
        @Nullable String upc = own.chance(0.95) ? Ids.upc(own) : null;
        @Nullable Long discogs = kind != Kind.SINGLE && own.chance(0.5) ? Long.valueOf(serials.next()) : null;
        return new Release(
                Ids.spotify(own),
                name,
                kind,
                acts,
                date(year, own),
                upc,
                own.pick(Vocabulary.LABELS),
                tracks,
                inMusicBrainz ? credits : List.of(),
                mbid,
                inMusicBrainz && linked,
                discogs);
    }

    /** Old releases are often known by their year only. */
    private static String date(int year, Dice own) {
        String month = "%d-%02d".formatted(year, own.between(1, 12));
        String day = month + "-%02d".formatted(own.between(1, 28));
        if (own.chance(year < 2000 ? 0.5 : 0.04)) {
            return String.valueOf(year);
        }
        return own.chance(0.04) ? month : day;
    }
}
