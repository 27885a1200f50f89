package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.provider.wikidata.WikidataClient;
import dev.producerdiscovery.provider.wikidata.WikidataKey;
import dev.producerdiscovery.provider.wikidata.WikidataPerson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What Wikidata has on a person: ids elsewhere, accounts, and contacts. */
@Component
@Order(2)
class WikidataSource implements ProfileSource {

    private final WikidataClient wikidata;

    WikidataSource(WikidataClient wikidata) {
        this.wikidata = wikidata;
    }

    @Override
    public String provider() {
        return WikidataClient.PROVIDER;
    }

    @Override
    public boolean isConfigured() {
        return wikidata.isConfigured();
    }

    @Override
    public Optional<Findings> ask(String item) {
        return wikidata.people(WikidataKey.ITEM, List.of(item)).values().stream()
                .findFirst()
                .map(WikidataSource::findings);
    }

    private static Findings findings(WikidataPerson person) {
        Stream<Identity> identities = Stream.of(
                        identity(WikidataClient.PROVIDER, person.id()),
                        identity("spotify", person.spotifyArtistId()),
                        identity("musicbrainz", person.musicBrainzArtistId()),
                        identity("discogs", person.discogsArtistId()))
                .flatMap(Optional::stream);
        Stream<ProfileLink> links = Stream.of(
                        Optional.ofNullable(person.instagram()).flatMap(ProfileLink::instagram),
                        ProfileLink.account("https://x.com/", person.x()),
                        Optional.ofNullable(person.website()).flatMap(url -> ProfileLink.of(url, true)))
                .flatMap(Optional::stream);
        return Findings.of(WikidataClient.PROVIDER)
                .withIdentities(identities.toList())
                .withLinks(links.toList())
                .withImage(person.imageUrl())
                .withEmail(person.email());
    }

    private static Optional<Identity> identity(String provider, @Nullable String id) {
        return id == null || id.isBlank() ? Optional.empty() : Optional.of(new Identity(provider, id));
    }
}
