package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.provider.genius.GeniusArtist;
import dev.producerdiscovery.provider.genius.GeniusClient;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person's page at Genius, which its community writes. */
@Component
@Order(3)
class GeniusSource implements ProfileSource {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final Pattern X_NAME = Pattern.compile("[A-Za-z0-9_]{1,15}");
    private static final Pattern FACEBOOK_NAME = Pattern.compile("[A-Za-z0-9.\\-]{3,80}");

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
                        Optional.ofNullable(artist.instagramName())
                                .flatMap(InstagramHandle::of)
                                .map(ProfileLink::instagram),
                        page("https://x.com/", artist.twitterName(), X_NAME),
                        page("https://www.facebook.com/", artist.facebookName(), FACEBOOK_NAME),
                        Optional.ofNullable(artist.url()).flatMap(url -> ProfileLink.of(url, false)))
                .flatMap(Optional::stream);
        return new Findings(
                GeniusClient.PROVIDER,
                List.of(new Identity(GeniusClient.PROVIDER, Long.toString(artist.id()))),
                Stream.concat(Stream.of(artist.name()), artist.alternateNames().stream())
                        .toList(),
                links.toList(),
                artist.imageUrl(),
                artist.description(),
                null);
    }

    private static Optional<ProfileLink> page(String site, @Nullable String typed, Pattern form) {
        return Optional.ofNullable(typed)
                .map(name -> name.strip().replaceFirst("^@", ""))
                .filter(name -> form.matcher(name).matches())
                .flatMap(name -> ProfileLink.of(site + name, false));
    }
}
