package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.musicbrainz.sheet.ReleaseDump;
import dev.producerdiscovery.musicbrainz.sheet.SheetReader;
import dev.producerdiscovery.provider.musicbrainz.MbPage;
import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import dev.producerdiscovery.provider.musicbrainz.MbReleaseGroup;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads an artist's official releases whole: up to 500 tracks a call, with who made them. Of an artist with more of them
 * than anybody waits for, those that were entered last.
 */
final class EditionReader {

    /** At a call a second, and with as many tracks as a page holds at most, a minute's wait. */
    static final int MOST_PAGES = 60;

    static final int MOST_RELEASES = 1_000;

    private static final int PAGE = 100;

    /** Above, a page holds one release, without relations of its recordings (MBS-8521). */
    private static final int TRACKS_OF_A_PAGE = 500;

    private static final List<String> TYPES = List.of("album", "ep", "single");

    /** What is no music of the artist's own, or no music. */
    private static final Set<String> OTHER_THINGS =
            Set.of("DJ-mix", "Interview", "Spokenword", "Audiobook", "Audio drama", "Field recording");

    private static final String COMPILATION = "Compilation";

    private final MusicBrainzClient client;
    private final ReleaseDump dump;
    private final boolean compilations;

    /** @param compilations whether they count as the artist's albums */
    EditionReader(MusicBrainzClient client, ReleaseDump dump, boolean compilations) {
        this.client = client;
        this.dump = dump;
        this.compilations = compilations;
    }

    /**
     * What was read.
     *
     * @param editions also those that are none of the artist's albums, see {@link #isAlbum}
     * @param releases how many
     * @param leftOut how many the artist has beyond these
     */
    record Editions(List<Edition> editions, int releases, int leftOut) {}

    /** From a dump where one is believed and has any. */
    Editions read(String artist) {
        List<MbRelease> dumped = dump.releasesOf(artist);
        return dumped.isEmpty()
                ? listed(artist)
                : new Editions(
                        dumped.stream()
                                .filter(EditionReader::isOfTypes)
                                .map(EditionReader::edition)
                                .toList(),
                        dumped.size(),
                        0);
    }

    private Editions listed(String artist) {
        List<Edition> editions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        OptionalInt next = OptionalInt.of(0);
        int total = 0;
        for (int calls = 0; next.isPresent() && calls < MOST_PAGES; calls++) {
            MbPage<MbRelease> page = client.wholeReleasesOf(artist, TYPES, PAGE, next.getAsInt());
            page.rows().stream()
                    // A release that is entered meanwhile moves the others on by one.
                    .filter(release -> seen.add(release.id()))
                    .forEach(release -> editions.add(edition(withCredits(release))));
            total = page.rows().isEmpty() ? total : page.total();
            next = page.nextOffset();
            if (next.isPresent()) {
                next = OptionalInt.of(Math.max(next.getAsInt(), total - MOST_RELEASES));
            }
        }
        return new Editions(editions, seen.size(), Math.max(0, total - seen.size()));
    }

    static Edition edition(MbRelease release) {
        return new Edition(release.head(), SheetReader.read(release), Edition.videosOn(release));
    }

    /** Of a release that is more than a page by itself the page leaves out who made what; by itself it says so. */
    private MbRelease withCredits(MbRelease listed) {
        int tracks = listed.media().stream()
                .mapToInt(medium -> medium.tracks().size())
                .sum();
        return tracks <= TRACKS_OF_A_PAGE
                ? listed
                : client.release(listed.id())
                        .map(whole -> listed.with(whole.media()))
                        .orElse(listed);
    }

    /** As MusicBrainz itself selects them. */
    private static boolean isOfTypes(MbRelease release) {
        MbReleaseGroup group = release.releaseGroup();
        return group == null
                || (group.primaryType() != null
                        && TYPES.contains(group.primaryType().toLowerCase(Locale.ROOT)));
    }

    /** Whether it is one of those that are listed; of a release without a group nobody says that it is anything else. */
    boolean isAlbum(Edition edition) {
        MbRelease release = edition.release();
        MbReleaseGroup group = release.releaseGroup();
        if (group == null) {
            return true;
        }
        return isOfTypes(release)
                && group.secondaryTypes().stream()
                        .noneMatch(type -> OTHER_THINGS.contains(type) || (COMPILATION.equals(type) && !compilations));
    }
}
