package dev.producerdiscovery.descriptor;

import static dev.producerdiscovery.descriptor.Field.may;
import static dev.producerdiscovery.descriptor.Field.needs;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stages, in the order in which a run goes through them. A queue and a service go by the name of each. Whoever sends or
 * reads its messages, in whichever language, is compared with the fields that stand here.
 */
public enum Stage {
    ARTIST_DISCOVERY(
            "artist",
            8081,
            "artistdiscovery",
            may("artistName", "unless there is an `artistId`"),
            may("artistId", "as Spotify or MusicBrainz has it"),
            Field.catalogue(),
            Field.refresh()),
    ALBUM_DISCOVERY(
            "albums",
            8082,
            "albumdiscovery",
            needs("artistId", "id in the database"),
            may("offset", "albums to leave out"),
            Field.catalogue(),
            Field.refresh()),
    TRACK_DISCOVERY(
            "tracks",
            8083,
            "trackdiscovery",
            needs("albumId", "id in the database"),
            needs("artistId", "whose album it is taken for"),
            may("albumName", "for people"),
            may("offset", "tracks to leave out"),
            Field.catalogue(),
            Field.refresh()),
    PRODUCER_IDENTIFICATION(
            "credits",
            8084,
            "identification",
            needs("trackId", "id in the database"),
            may("trackName", "for people"),
            may("albumId", "for people"),
            may("artistId", "for whoever asks how far an artist is"),
            Field.refresh()),
    SOCIAL_ENRICHMENT(
            "profiles",
            8085,
            "enrichment",
            needs("producerId", "id in the database"),
            may("producerName", "for people"));

    private final String shortName;
    private final int port;
    private final String subpackage;

    @SuppressWarnings("ImmutableEnumChecker") // Nobody can change what List.of returns.
    private final List<Field> message;

    Stage(String shortName, int port, String subpackage, Field... message) {
        this.shortName = shortName;
        this.port = port;
        this.subpackage = subpackage;
        this.message = List.of(message);
    }

    public static Optional<Stage> ofQueue(String queue) {
        return Stream.of(values()).filter(stage -> stage.queue().equals(queue)).findFirst();
    }

    /** The queue that it works off. */
    public String queue() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder and artifact of the service that is this stage. */
    public String module() {
        return queue().replace('_', '-') + "-service";
    }

    /** What people call it where there is little room. */
    public String shortName() {
        return shortName;
    }

    /** Where the service listens unless told otherwise. */
    public int port() {
        return port;
    }

    /** The package of the service. */
    public String packageName() {
        return "dev.producerdiscovery." + subpackage;
    }

    /** What a message to it holds, beside what any message may hold. */
    public List<Field> message() {
        return message;
    }

    /** The providers that it asks, in the order of {@link Providers#all}. */
    public List<Provider> providers() {
        return Providers.askedBy(this, Providers.all());
    }

    /** The names of those without which it can do nothing. */
    public Set<String> requiredProviders() {
        return providers().stream()
                .filter(provider -> provider.asked().stream().anyMatch(by -> by.stage() == this && by.required()))
                .map(Provider::name)
                .collect(toUnmodifiableSet());
    }
}
