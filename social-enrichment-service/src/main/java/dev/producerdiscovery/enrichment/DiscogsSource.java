package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.matching.name.PersonName;
import dev.producerdiscovery.provider.discogs.DiscogsArtist;
import dev.producerdiscovery.provider.discogs.DiscogsClient;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person's page at Discogs. Its text is markup for its own site, and its name variations are abbreviations. */
@Component
@Order(4)
class DiscogsSource implements ProfileSource {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final DiscogsClient discogs;

    DiscogsSource(DiscogsClient discogs) {
        this.discogs = discogs;
    }

    @Override
    public String provider() {
        return DiscogsClient.PROVIDER;
    }

    @Override
    public boolean isConfigured() {
        return discogs.isConfigured();
    }

    @Override
    public Optional<Findings> ask(String artistId) {
        return ID.matcher(artistId).matches()
                ? discogs.artist(Long.parseLong(artistId)).map(DiscogsSource::findings)
                : Optional.empty();
    }

    private static Findings findings(DiscogsArtist artist) {
        Stream<Identity> elsewhere = artist.urls().stream().flatMap(url -> IdentityLinks.read(url).stream());
        Stream<String> names = Stream.of(
                        Stream.of(artist.name()), Stream.ofNullable(artist.realName()), artist.aliases().stream())
                .flatMap(given -> given);
        return Findings.of(DiscogsClient.PROVIDER)
                .withIdentities(Stream.concat(
                                Stream.of(new Identity(DiscogsClient.PROVIDER, Long.toString(artist.id()))), elsewhere)
                        .toList())
                .withNames(names.filter(name -> !name.isBlank())
                        .map(name -> PersonName.parse(name).display())
                        .toList())
                .withLinks(artist.urls().stream()
                        .flatMap(url -> ProfileLink.of(url, false).stream())
                        .toList())
                .withImage(artist.imageUrl());
    }
}
