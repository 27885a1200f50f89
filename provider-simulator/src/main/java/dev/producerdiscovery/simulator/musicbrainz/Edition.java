package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Release;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A release as MusicBrainz has it: each pressing by itself.
 *
 * @param release whose tracks it has
 * @param date null where nobody knows when or where it came out
 * @param country null like the date
 * @param linked whether it is the one with a link to Spotify
 */
record Edition(
        Release release,
        String id,
        Status status,
        String disambiguation,
        @Nullable String date,
        @Nullable String country,
        @Nullable String barcode,
        boolean linked) {

    enum Status {
        OFFICIAL("Official", "4e304316-386d-3409-af2e-78857eec5cfe"),
        BOOTLEG("Bootleg", "1156806e-d06a-38bd-83f0-cf2284a808b9");

        private final String title;
        private final String id;

        Status(String title, String id) {
            this.title = title;
            this.id = id;
        }

        String title() {
            return title;
        }

        String id() {
            return id;
        }

        /** Whether a caller who names these, in small letters and with bars between them, means it; none means all. */
        boolean isAmong(String names) {
            return names.isEmpty() || Arrays.asList(names.split("\\|")).contains(title.toLowerCase(Locale.ROOT));
        }
    }

    /** The one that Spotify has, too. */
    static Edition first(Release release) {
        return new Edition(
                release,
                Objects.requireNonNull(release.mbid()),
                Status.OFFICIAL,
                "",
                release.date(),
                "XW",
                release.upc(),
                release.linkedToSpotify());
    }
}
