package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.name.ArtistCredit;
import dev.producerdiscovery.matching.name.Names;
import dev.producerdiscovery.matching.title.Title;
import java.util.List;
import java.util.stream.Stream;

/** Whether two songs are by the same people. */
final class ArtistGate {

    /** The main artist is only the other side's guest: often the same song, not always. */
    private static final double GUEST = 0.9;

    private ArtistGate() {}

    /** 1 when a main artist of one side is a main artist of the other; 0 when nobody is shared. */
    static double likeness(SongQuery a, Title titleA, SongQuery b, Title titleB) {
        List<String> mainA = main(a, b.artists());
        List<String> mainB = main(b, a.artists());
        if (mainA.isEmpty() || mainB.isEmpty()) {
            return 0;
        }
        double mains = Math.max(best(mainA.getFirst(), mainB), best(mainB.getFirst(), mainA));
        double guests = Math.max(best(mainA.getFirst(), guests(b, titleB)), best(mainB.getFirst(), guests(a, titleA)));
        return Math.max(mains, GUEST * guests);
    }

    /** One entry may hold a whole credit line; the other side's names tell where it may be cut. */
    private static List<String> main(SongQuery song, List<String> known) {
        Stream<String> lines = song.artists().stream();
        return Names.distinct(lines.filter(line -> !line.isBlank() && !Names.isPlaceholder(line))
                .flatMap(line -> Stream.concat(Stream.of(line), ArtistCredit.split(line, known).artists().stream())));
    }

    private static List<String> guests(SongQuery song, Title title) {
        return Stream.concat(
                        title.featured().stream(),
                        song.artists().stream().flatMap(line -> ArtistCredit.split(line).featured().stream()))
                .toList();
    }

    private static double best(String name, List<String> names) {
        return names.stream()
                .mapToDouble(other -> ArtistNames.likeness(name, other))
                .max()
                .orElse(0);
    }
}
