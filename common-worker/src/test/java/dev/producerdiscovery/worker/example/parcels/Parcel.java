package dev.producerdiscovery.worker.example.parcels;

import org.jspecify.annotations.Nullable;

/** The body of a message in the queue {@code parcel}. */
record Parcel(@Nullable String address, int grams) {

    Parcel {
        if (address == null || address.isBlank()) {
            throw new IllegalArgumentException("address must be a text, but is " + address);
        }
    }
}
