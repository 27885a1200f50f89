package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.provider.musicbrainz.MbArtist;
import dev.producerdiscovery.provider.musicbrainz.MbRelation;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A person's links and names at MusicBrainz, whose editors check them. */
@Component
@Order(1)
class MusicBrainzSource implements ProfileSource {

    private static final String HOMEPAGE = "official homepage";

    /** Relations to pages of the person; others lead to interviews, reviews and shops. */
    private static final Set<String> PROFILES = Set.of(
            HOMEPAGE,
            "social network",
            "youtube",
            "soundcloud",
            "bandcamp",
            "discogs",
            "wikidata",
            "wikipedia",
            "free streaming",
            "streaming",
            "lyrics",
            "last.fm",
            "IMDb",
            "video channel",
            "online community");

    private final MusicBrainzClient musicBrainz;

    MusicBrainzSource(MusicBrainzClient musicBrainz) {
        this.musicBrainz = musicBrainz;
    }

    @Override
    public String provider() {
        return MusicBrainzClient.PROVIDER;
    }

    @Override
    public boolean isConfigured() {
        return musicBrainz.isConfigured();
    }

    @Override
    public Optional<Findings> ask(String mbid) {
        return musicBrainz.artist(mbid).map(MusicBrainzSource::findings);
    }

    private static Findings findings(MbArtist artist) {
        List<MbRelation> pages = artist.relations().stream()
                .filter(relation -> !relation.ended() && PROFILES.contains(relation.type()))
                .toList();
        List<ProfileLink> links = pages.stream()
                .flatMap(relation -> Stream.ofNullable(relation.url())
                        .flatMap(url -> ProfileLink.of(url, relation.type().equals(HOMEPAGE)).stream()))
                .toList();
        Stream<Identity> elsewhere = pages.stream()
                .map(MbRelation::url)
                .filter(Objects::nonNull)
                .flatMap(url -> IdentityLinks.read(url).stream());
        return Findings.of(MusicBrainzClient.PROVIDER)
                .withIdentities(
                        Stream.concat(Stream.of(new Identity(MusicBrainzClient.PROVIDER, artist.id())), elsewhere)
                                .toList())
                .withNames(Stream.concat(Stream.of(artist.name()), artist.aliases().stream())
                        .toList())
                .withLinks(links);
    }
}
