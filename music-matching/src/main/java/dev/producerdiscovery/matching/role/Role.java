package dev.producerdiscovery.matching.role;

import java.util.Arrays;
import java.util.List;

/** The roles that the database tells apart: the rows of its table {@code credit_roles}, in their order. */
public enum Role {
    PRODUCER("producer"),
    CO_PRODUCER("co-producer"),
    ADDITIONAL("additional"),
    EXECUTIVE("executive"),
    VOCAL_PRODUCER("vocal producer"),
    REMIXER("remixer"),
    PROGRAMMER("programmer"),
    MIXER("mixer"),
    ENGINEER("engineer"),
    WRITER("writer"),
    COMPOSER("composer"),
    LYRICIST("lyricist"),
    OTHER("other");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The role as column {@code track_producers.role} holds it. */
    public String label() {
        return label;
    }

    /** True for the roles that answer "who produced this song?". */
    public boolean producesSong() {
        return this == PRODUCER || this == CO_PRODUCER || this == ADDITIONAL;
    }

    /** The labels of the roles that answer "who produced this song?". */
    public static List<String> producing() {
        return Arrays.stream(values())
                .filter(Role::producesSong)
                .map(Role::label)
                .toList();
    }

    /**
     * The role of a database label.
     *
     * @throws IllegalArgumentException when no role has this label
     */
    public static Role ofLabel(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown role label: \"" + label + '"'));
    }
}
