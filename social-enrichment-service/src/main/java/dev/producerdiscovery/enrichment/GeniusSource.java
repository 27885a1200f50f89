package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.provider.genius.GeniusArtist;
import dev.producerdiscovery.provider.genius.GeniusClient;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person's page at Genius, which its community writes. */
@Component
@Order(3)
class GeniusSource implements ProfileSource {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final GeniusClient genius;

    GeniusSource(GeniusClient genius) {
        this.genius = genius;
    }

    @Override
    public String provider() {
        return GeniusClient.PROVIDER;
    }

    @Override
    public boolean isConfigured() {
        return genius.isConfigured();
    }

    @Override
    public Optional<Findings> ask(String artistId) {
        if (!ID.matcher(artistId).matches()) {
            return Optional.empty();
        }
        return genius.artist(Long.parseLong(artistId))
                .filter(artist -> !artist.translationArtist())
                .map(GeniusSource::findings);
    }

    private static Findings findings(GeniusArtist artist) {
        Stream<ProfileLink> links = Stream.of(
                        Optional.ofNullable(artist.instagramName()).flatMap(ProfileLink::instagram),
                        ProfileLink.account("https://x.com/", artist.twitterName()),
                        ProfileLink.account("https://www.facebook.com/", artist.facebookName()),
                        Optional.ofNullable(artist.url()).flatMap(url -> ProfileLink.of(url, false)))
                .flatMap(Optional::stream);
        return Findings.of(GeniusClient.PROVIDER)
                .withIdentities(List.of(new Identity(GeniusClient.PROVIDER, Long.toString(artist.id()))))
                .withNames(Stream.concat(Stream.of(artist.name()), artist.alternateNames().stream())
                        .toList())
                .withLinks(links.toList())
                .withImage(artist.imageUrl())
                .withBio(artist.description());
    }
}
