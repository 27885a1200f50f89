package dev.producerdiscovery.artistdiscovery;

import java.util.List;

/** What asking for an artist came to. */
sealed interface Resolution {

    /** This one and no other. */
    record Found(FoundArtist artist) implements Resolution {}

    /** Several could be meant; a person has to choose. */
    record Ambiguous(List<Candidate> candidates) implements Resolution {}

    /** The catalogue has nobody of that name or id. */
    record NotFound() implements Resolution {}

    /** Not an artist whose producers can be discovered, although the catalogue lists it as one. */
    record Refused() implements Resolution {}
}
