package dev.producerdiscovery.fleet.command;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.fleet.process.Fleet;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        description = {
            "Finds out who produced an artist's songs; starts the fleet when it is not up.",
            "Exit code: 0 complete, 1 failed, 3 no such artist, 4 several artists of that name, "
                    + "5 complete but some steps failed for good."
        })
final class DiscoverCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "ARTIST",
            description =
                    "A name (quoted or not), or an id or link of Spotify or MusicBrainz. After -- if it begins with a dash.")
    private List<String> words = List.of();

    @Option(names = "--refresh", description = "Asks again even for what was found recently.")
    private boolean refresh;

    @Option(
            names = "--catalogue",
            paramLabel = "NAME",
            converter = CatalogueConverter.class,
            description = "Takes artist, albums and tracks from spotify or musicbrainz; "
                    + "by default from Spotify where its keys are set, else from MusicBrainz.")
    private @Nullable MusicCatalogue catalogue;

    @Mixin
    private RunOutput output = new RunOutput();

    @Override
    public Integer call() {
        Map<String, Object> request = request(words, catalogue, refresh);
        return output.follow(
                this::up, (addresses, following) -> following.discovery().discover(request, following.output()));
    }

    private FleetAddresses up(Fleet fleet) {
        if (catalogue != null) {
            fleet.require(catalogue);
        }
        return fleet.up();
    }

    static Map<String, Object> request(List<String> words, @Nullable MusicCatalogue catalogue, boolean refresh) {
        String artist = artist(words);
        Map<String, Object> request = new HashMap<>();
        request.put(ArtistReference.isOne(artist) ? "artistId" : "artistName", artist);
        if (catalogue != null) {
            request.put("catalogue", catalogue.word());
        }
        if (refresh) {
            request.put("refresh", true);
        }
        return request;
    }

    /** Words without quotes are one name; but two names in quotes, or two links, are not. */
    private static String artist(List<String> words) {
        boolean several = words.size() > 1
                && words.stream().anyMatch(word -> word.strip().contains(" ") || ArtistReference.isOne(word));
        if (several) {
            throw new FleetException("One artist at a time: these look like several, or like a name and a link: "
                    + String.join(
                            ", ", words.stream().map(word -> "'" + word + "'").toList()));
        }
        String artist = String.join(" ", words).strip();
        if (artist.isEmpty()) {
            throw new FleetException("The artist's name is empty. For example: ./fleet discover Ottoline Vesper");
        }
        return artist;
    }
}
