package dev.producerdiscovery.catalog.producers;

import java.util.List;

/** The roles a credit can have, as the database names them, those that make somebody a song's producer first. */
final class CreditRoles {

    static final List<String> PRODUCING = List.of("producer", "co-producer", "additional");
    static final List<String> ALL = List.of(
            "producer",
            "co-producer",
            "additional",
            "executive",
            "vocal producer",
            "remixer",
            "programmer",
            "mixer",
            "engineer",
            "writer",
            "composer",
            "lyricist",
            "other");
    /** What a caller writes to ask for every role. */
    static final String ANY = "any";

    private CreditRoles() {}
}
