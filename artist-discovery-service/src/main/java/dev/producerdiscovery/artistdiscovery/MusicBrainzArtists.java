package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.matching.match.ArtistCandidate;
import dev.producerdiscovery.matching.match.ArtistMatch;
import dev.producerdiscovery.matching.match.Choice;
import dev.producerdiscovery.matching.name.SpecialPurposeArtists;
import dev.producerdiscovery.musicbrainz.sheet.ArtistDump;
import dev.producerdiscovery.provider.musicbrainz.MbArtist;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzLinks;
import dev.producerdiscovery.provider.spotify.SpotifyLinks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The artists of MusicBrainz: a call for a search and one for the artist's links, and one for each of several who bear the
 * very name, as MusicBrainz says of nobody how famous he is. An imported dump is asked first, which costs none.
 */
@Component
class MusicBrainzArtists implements ArtistCatalogue {

    /** Of more of the same name nobody is famous. */
    private static final int MOST_NAMESAKES = 5;

    /** What makes a figure of releases as good as one of followers: ten times as many decide in both. */
    private static final int FOLLOWERS_OF_A_RELEASE = 1_000;

    private final MusicBrainzClient client;
    private final ArtistDump dump;

    MusicBrainzArtists(MusicBrainzClient client, ArtistDump dump) {
        this.client = client;
        this.dump = dump;
    }

    /** Whether anybody could be found at all. */
    boolean canBeAsked() {
        return client.isConfigured() || dump.isBelieved();
    }

    @Override
    public Resolution byId(String id) {
        Optional<String> musicBrainz = MusicBrainzLinks.artistId(id);
        if (musicBrainz.isEmpty()) {
            List<String> linked =
                    client.isConfigured() ? client.linksOf(id, List.of()).artists() : List.of();
            // Several claim the page: nobody can tell whose it is.
            return linked.size() == 1 ? lookUp(linked.getFirst()) : new Resolution.NotFound();
        }
        return lookUp(musicBrainz.get());
    }

    private Resolution lookUp(String id) {
        if (SpecialPurposeArtists.include(id)) {
            return new Resolution.Refused();
        }
        return dump.artist(id)
                // Without a contact what the dump does not have is not to be had.
                .or(() -> client.isConfigured() ? client.artist(id) : Optional.empty())
                .filter(artist -> !Text.isInvisible(artist.name()))
                .map(artist -> accepted(id, artist))
                .orElseGet(Resolution.NotFound::new);
    }

    private static Resolution accepted(String asked, MbArtist artist) {
        return SpecialPurposeArtists.include(artist.id()) || ArtistMatch.refuses(artist.name())
                ? new Resolution.Refused()
                : new Resolution.Found(new FoundArtist(spotifyId(artist), ArtistData.of(artist, asked)));
    }

    @Override
    public Resolution byName(String name) {
        Resolution dumped = among(name, dump.named(name), dump::releaseCount, Integer.MAX_VALUE);
        // Somebody newer than the dump, or one whom it knows by another name.
        return dumped instanceof Resolution.NotFound && client.isConfigured()
                ? among(name, client.searchArtists(name), client::releaseCount, MOST_NAMESAKES)
                : dumped;
    }

    /** @param countable so many namesakes at most are worth counting what each has released */
    private Resolution among(String name, List<MbArtist> artists, ToIntFunction<String> releases, int countable) {
        List<MbArtist> people = artists.stream()
                .filter(artist -> !SpecialPurposeArtists.include(artist.id()) && !Text.isInvisible(artist.name()))
                .toList();
        return switch (choose(name, people, Map.of())) {
            case Choice.Match<MbArtist> match -> lookUp(match.candidate().id());
            case Choice.Ambiguous<MbArtist> several -> byReleases(name, several.candidates(), releases, countable);
            case Choice.None<MbArtist> none -> new Resolution.NotFound();
        };
    }

    private Resolution byReleases(
            String name, List<MbArtist> namesakes, ToIntFunction<String> releases, int countable) {
        if (namesakes.size() <= countable) {
            Map<String, Integer> counted = new HashMap<>();
            namesakes.forEach(artist -> counted.put(artist.id(), releases.applyAsInt(artist.id())));
            if (choose(name, namesakes, counted) instanceof Choice.Match<MbArtist> match) {
                return lookUp(match.candidate().id());
            }
        }
        return new Resolution.Ambiguous(namesakes.stream().map(Candidate::of).toList());
    }

    private static Choice<MbArtist> choose(String name, List<MbArtist> artists, Map<String, Integer> releases) {
        return ArtistMatch.choose(name, artists, artist -> {
            Integer count = releases.get(artist.id());
            return new ArtistCandidate(
                    artist.name(), artist.aliases(), count == null ? null : count * FOLLOWERS_OF_A_RELEASE, null);
        });
    }

    /** Null where the artist has no page there, or several, of which nobody knows which is kept. */
    private static @Nullable String spotifyId(MbArtist artist) {
        List<String> pages = artist.relations().stream()
                .filter(relation -> !relation.ended() && relation.url() != null)
                .flatMap(relation -> SpotifyLinks.artistId(relation.url()).stream())
                .distinct()
                .toList();
        return pages.size() == 1 ? pages.getFirst() : null;
    }
}
