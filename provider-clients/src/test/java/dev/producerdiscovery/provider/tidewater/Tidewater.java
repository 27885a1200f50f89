package dev.producerdiscovery.provider.tidewater;

import dev.producerdiscovery.descriptor.Gives;
import dev.producerdiscovery.descriptor.Provider;
import dev.producerdiscovery.descriptor.ProviderDescriptor;
import dev.producerdiscovery.descriptor.Setting.Kind;
import dev.producerdiscovery.descriptor.Stage;

/** Tidewater, which nobody has: a provider for the tests of what every provider gets. */
public final class Tidewater implements ProviderDescriptor {

    @Override
    public Provider describe() {
        return Provider.named(
                        "tidewater",
                        "Tidewater",
                        new Gives("producers of sea shanties", "1 a song", "a key from the harbour master"))
                .setting("key", "TIDEWATER_KEY", Kind.KEY, "the key")
                .setting("api-url", "TIDEWATER_API_URL", Kind.ADDRESS, "another address")
                // It counts calls over a minute.
                .rate("50/min")
                // The first song entered
                .lookedAtBy("1", "id of a song")
                .endpoint("song", 14)
                .helps(Stage.PRODUCER_IDENTIFICATION)
                // Above Genius, below MusicBrainz; a call for every song
                .credits(150, "0", "1")
                .personPage("https://tidewater.example/people/")
                .build();
    }
}
