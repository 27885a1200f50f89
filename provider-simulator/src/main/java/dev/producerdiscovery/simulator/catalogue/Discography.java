package dev.producerdiscovery.simulator.catalogue;

import dev.producerdiscovery.simulator.catalogue.Release.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes an act's releases: albums, the deluxe and remastered editions of them, singles with radio edits and remixes by
 * other people, live and acoustic versions, a joint album, a collection, a release that was taken down. Not thread-safe.
 */
final class Discography {

    private static final int LATEST_YEAR = 2025;

    private final Act act;
    private final Scene scene;
    private final Dice dice;
    private final Titles titles;
    private final Studio studio;
    private final Printer printer;
    private final ReleaseMaker maker;
    private final List<Release> releases = new ArrayList<>();

    Discography(Scene scene, Act act) {
        this.scene = scene;
        this.act = act;
        this.dice = scene.dice().at("discography", act.who().key());
        this.titles = new Titles(dice.at("titles"));
        this.studio = new Studio(scene, act, dice.at("studio"));
        this.printer = new Printer(dice.at("printer"));
        this.maker = new ReleaseMaker(act, dice.at("releases"), scene.serials());
    }

    List<Release> make() {
        if (act.kind() == Act.Kind.NAMESAKE) {
            album(dice.between(2008, LATEST_YEAR), songs(6, 7, 88_000));
            return List.copyOf(releases);
        }
        int begin = dice.between(1988, 2020);
        List<Recording> first = songs(6, 10, 62_000);
        Release debut = album(begin, first);
        single(begin, first);
        List<Recording> second = songs(6, 9, 141_000);
        Release later = known(Math.min(begin + dice.between(2, 4), LATEST_YEAR), second);
        deluxe(debut, begin + 1, first);
        if (begin < 2005) {
            remaster(later, begin + 21, second);
        }
        rarities(begin, first, second);
        return List.copyOf(releases);
    }

    /** An album by both acts, which stands on either's page. */
    Release jointAlbum(Act partner) {
        List<Act> both = List.of(act, partner);
        List<Recording> recordings = IntStream.range(0, 6)
                .mapToObj(i -> studio.song(titles.next(), both, List.of(), length()))
                .toList();
        String name = titles.next();
        return maker.release(
                name, Kind.ALBUM, both, LATEST_YEAR - 1, printer.tracks(recordings), List.of(), true, true);
    }

    /** What a tribute act sells under the titles of this act's first album. */
    Release copy(Act tribute, List<Release> originals) {
        Dice own = dice.at("copy", tribute.name());
        List<Placement> copied = originals.getFirst().tracks();
        List<Recording> covers = copied.subList(0, Math.min(5, copied.size())).stream()
                .map(track -> studio.cover(track.recording(), tribute, own))
                .toList();
        String name = "A Tribute to " + act.name();
        return maker.release(
                name, Kind.ALBUM, List.of(tribute), LATEST_YEAR, printer.tracks(covers), List.of(), false, false);
    }

    private void rarities(int begin, List<Recording> first, List<Recording> second) {
        int year = Math.min(begin + 4, LATEST_YEAR);
        if (dice.chance(0.5)) {
            live(year, first.subList(0, 5));
        }
        if (dice.chance(0.4)) {
            List<Recording> best = new ArrayList<>(first.subList(0, 3));
            best.addAll(second.subList(0, 3));
            add("The Best of " + act.name(), Kind.COMPILATION, year, printer.tracks(best), List.of());
        }
        if (Slot.of(act) == Slot.OTHER_SCRIPT) {
            releases.add(takenDown(year, second));
        }
    }

    private Release album(int year, List<Recording> recordings) {
        List<Credit> whole = dice.chance(0.5) ? studio.sheet().release(Role.EXECUTIVE, dice) : List.of();
        return add(titles.next(), Kind.ALBUM, year, printer.tracks(recordings), whole);
    }

    /** The one album of every act that MusicBrainz is sure to have mapped, where it knows the act at all. */
    private Release known(int year, List<Recording> recordings) {
        List<Placement> tracks = printer.tracks(recordings);
        Release release = maker.release(titles.next(), Kind.ALBUM, List.of(act), year, tracks, List.of(), true, true);
        releases.add(release);
        return release;
    }

    /** The first song ahead of its album: the same recording, a shorter one, and one that somebody else made of it. */
    private void single(int year, List<Recording> album) {
        Recording song = album.getFirst();
        List<Recording> recordings = new ArrayList<>(List.of(song, studio.radioEdit(song)));
        if (dice.chance(0.7)) {
            recordings.add(studio.remix(song, dice));
        }
        add(song.song().title(), Kind.SINGLE, year, printer.tracks(recordings), List.of());
    }

    private void deluxe(Release album, int year, List<Recording> first) {
        List<Recording> recordings = new ArrayList<>(first);
        recordings.add(studio.acoustic(first.get(1), dice));
        recordings.add(studio.song(titles.next(), List.of(act), List.of(), length()));
        String name = album.name() + dice.pick(List.of(" (Deluxe)", " (Deluxe Edition)", ": Expanded"));
        add(name, Kind.ALBUM, year, printer.tracks(recordings), List.of());
    }

    /** Remastering gives a recording a new code, not other makers. */
    private void remaster(Release album, int year, List<Recording> recordings) {
        List<Placement> tracks = printer.tracks(recordings, year + " Remaster", 1);
        add(album.name() + " (" + year + " Remaster)", Kind.ALBUM, year, tracks, List.of());
    }

    /** Who produced a concert is told of the whole release, if at all. */
    private void live(int year, List<Recording> recordings) {
        String venue = dice.pick(Vocabulary.PLACES) + " Hall";
        List<Recording> played =
                recordings.stream().map(song -> studio.live(song, venue)).toList();
        List<Credit> whole = studio.sheet().release(Role.PRODUCER, dice);
        releases.add(maker.release(
                "Live at " + venue, Kind.ALBUM, List.of(act), year, printer.tracks(played), whole, true, true));
    }

    /** What Spotify still lists after a takedown: ids with nothing to them. */
    private Release takenDown(int year, List<Recording> recordings) {
        List<Placement> tracks = printer.tracks(recordings.subList(0, 2), "Taken down", 0).stream()
                .map(track -> new Placement(
                        track.spotifyId(),
                        "",
                        track.recording(),
                        null,
                        0,
                        track.disc(),
                        track.number(),
                        track.acts(),
                        false))
                .toList();
        return maker.release("", Kind.ALBUM, List.of(act), year, tracks, List.of(), false, false);
    }

    private Release add(String name, Kind kind, int year, List<Placement> tracks, List<Credit> whole) {
        Release release = maker.release(name, kind, List.of(act), Math.min(year, LATEST_YEAR), tracks, whole);
        releases.add(release);
        return release;
    }

    /** Every album has its "Interlude": two songs of one title that only their length tells apart. */
    private List<Recording> songs(int fewest, int most, int interludeMs) {
        List<Recording> recordings = new ArrayList<>();
        int count = dice.between(fewest, most);
        for (int i = 0; i < count; i++) {
            boolean interlude = i == 3;
            recordings.add(studio.song(
                    interlude ? "Interlude" : titles.next(),
                    List.of(act),
                    interlude ? List.of() : guests(),
                    interlude ? interludeMs : length()));
        }
        return List.copyOf(recordings);
    }

    private List<Act> guests() {
        if (!dice.chance(0.25)) {
            return List.of();
        }
        List<Act> candidates = new ArrayList<>(scene.guests());
        scene.acts().stream()
                .filter(other -> other.kind() == Act.Kind.ARTIST && other.number() < act.number())
                .forEach(candidates::add);
        return dice.some(candidates, dice.chance(0.8) ? 1 : 2);
    }

    private int length() {
        return dice.between(150_000, 330_000);
    }
}
