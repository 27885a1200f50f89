package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What MusicBrainz has of a release beside the one that is on Spotify: the same recordings as they were pressed elsewhere,
 * with barcodes of their own, and what somebody copied of them without leave.
 */
final class Pressings {

    /** One album in so many was pressed nowhere else, and one more in one country only. */
    private static final int KINDS = 3;

    private static final int ALBUMS_A_BOOTLEG = 4;

    /** What was pressed everywhere has more than the 500 tracks of a page, and less than the 100 releases of one. */
    private static final int COUNTRIES = 45;

    private static final int TRACKS_OF_A_CLASSIC = 10;
    private static final int LONG_ALBUMS_A_CLASSIC = 4;

    private Pressings() {}

    static List<Edition> of(Release release) {
        List<Edition> editions = new ArrayList<>(List.of(Edition.first(release)));
        if (release.kind() != Release.Kind.ALBUM) {
            return editions;
        }
        int lot = Math.floorMod(String.valueOf(release.mbid()).hashCode(), KINDS * ALBUMS_A_BOOTLEG);
        int year = Integer.parseInt(release.date().substring(0, 4));
        if (lot % KINDS > 0) {
            editions.add(pressing(release, "JP", year + 1 + "-02-21", ""));
        }
        if (lot % KINDS > 1) {
            // In the same year, so that the date alone does not tell which of them is the first.
            editions.add(pressing(release, "GB", String.valueOf(year), "coloured vinyl"));
        }
        if (release.tracks().size() >= TRACKS_OF_A_CLASSIC && lot % LONG_ALBUMS_A_CLASSIC == 0) {
            everywhere(release, year, editions);
        }
        if (lot % ALBUMS_A_BOOTLEG == 0) {
            editions.add(new Edition(
                    release,
                    id(release, "bootleg"),
                    Edition.Status.BOOTLEG,
                    "unlicensed copy",
                    null,
                    null,
                    null,
                    false));
        }
        return editions;
    }

    private static void everywhere(Release release, int year, List<Edition> editions) {
        Stream.of(Locale.getISOCountries())
                .filter(country -> !country.equals("JP") && !country.equals("GB"))
                .limit(COUNTRIES)
                .forEach(country -> editions.add(pressing(release, country, year + 2 + "-06", "")));
    }

    private static Edition pressing(Release release, String country, String date, String disambiguation) {
        String id = id(release, country);
        String barcode = "%013d".formatted(Math.floorMod(id.hashCode(), 1_000_000_000) * 1_000L + 7);
        return new Edition(release, id, Edition.Status.OFFICIAL, disambiguation, date, country, barcode, false);
    }

    private static String id(Release release, String which) {
        return MbIds.of("pressing", release.mbid() + "/" + which);
    }
}
