package dev.producerdiscovery.enrichment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sites on which people have profiles, known by their hosts. */
enum Site {
    INSTAGRAM("instagram", "instagram.com"),
    X("x", "x.com", "twitter.com"),
    FACEBOOK("facebook", "facebook.com"),
    TIKTOK("tiktok", "tiktok.com"),
    THREADS("threads", "threads.net", "threads.com"),
    YOUTUBE("youtube", "youtube.com"),
    SOUNDCLOUD("soundcloud", "soundcloud.com"),
    BANDCAMP("bandcamp", "bandcamp.com"),
    SPOTIFY("spotify", "open.spotify.com"),
    APPLE_MUSIC("apple music", "music.apple.com"),
    TIDAL("tidal", "tidal.com"),
    DEEZER("deezer", "deezer.com"),
    GENIUS("genius", "genius.com"),
    DISCOGS("discogs", "discogs.com"),
    WIKIDATA("wikidata", "wikidata.org"),
    WIKIPEDIA("wikipedia", "wikipedia.org"),
    LAST_FM("last.fm", "last.fm"),
    IMDB("imdb", "imdb.com"),
    LINKTREE("linktree", "linktr.ee"),
    /** A person's own site, on whatever host: only a source can say that it is one. */
    HOMEPAGE("homepage");

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes immutable lists.
    private final List<String> hosts;

    Site(String label, String... hosts) {
        this.label = label;
        this.hosts = List.of(hosts);
    }

    String label() {
        return label;
    }

    static Optional<Site> ofHost(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(site -> site.hosts.stream().anyMatch(own -> lower.equals(own) || lower.endsWith("." + own)))
                .findFirst();
    }
}
