package dev.producerdiscovery.dumpimport.file;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The dumps that say what there is of an artist, and who made it. */
public enum Kind {
    /** Releases with their recordings, and who made those. */
    RELEASE,
    /** Works, with their writers; recordings name only the works' ids. */
    WORK,
    /** Artists with their other names and their pages elsewhere; releases name only those who made them. */
    ARTIST;

    private static final String FOLDER = "mbdump/";

    /** As the database and the file in the dump are named. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> ofEntry(String path) {
        return Stream.of(values())
                .filter(kind -> path.equals(FOLDER + kind.id()))
                .findFirst();
    }

    static boolean isData(String path) {
        return path.startsWith(FOLDER) && !path.equals(FOLDER);
    }
}
