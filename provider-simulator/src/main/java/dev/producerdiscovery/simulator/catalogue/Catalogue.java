package dev.producerdiscovery.simulator.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that exists, by every id under which somebody may ask for it. Immutable, hence thread-safe. */
public final class Catalogue {

    /** The first artist of every catalogue, whatever its seed and size. */
    public static final String EXAMPLE_ARTIST = "Ottoline Vesper";

    public static final String VARIOUS_ARTISTS = "Various Artists";

    /** The one act here that has the id of a real one: clients know it by that and leave it out. */
    static final String VARIOUS_ARTISTS_ID = "0LyfQWJT6nXafLPZqxe9Of";

    /** A track and the release it is on. */
    public record Placed(Release release, Placement track) {}

    private final List<Act> acts;
    private final List<Contributor> contributors;
    private final List<Release> releases;
    private final List<LyricsPage> pages;
    private final Map<String, Act> actsById;
    private final Map<String, Release> releasesById;
    private final Map<String, Release> releasesByMbid;
    private final Map<Long, Release> releasesByDiscogsId;
    private final Map<String, List<Release>> releasesByAct = new HashMap<>();
    private final Map<String, Placed> tracks = new HashMap<>();
    private final Map<String, List<Placed>> tracksByRecording = new HashMap<>();
    private final Map<String, Recording> recordingsByMbid = new HashMap<>();
    private final Map<String, List<Recording>> recordingsByIsrc = new HashMap<>();
    private final Map<String, Contributor> contributorsByMbid;
    private final Map<Long, Contributor> contributorsByGeniusId;
    private final Map<Long, Contributor> contributorsByDiscogsId;
    private final Map<Long, LyricsPage> pagesById;
    private final Map<String, List<LyricsPage>> pagesByContributor = new HashMap<>();

    Catalogue(List<Act> acts, List<Release> releases, List<LyricsPage> pages, List<Contributor> crews) {
        this.acts = List.copyOf(acts);
        this.releases = List.copyOf(releases);
        this.pages = List.copyOf(pages);
        List<Contributor> everybody = new ArrayList<>(crews);
        acts.stream().map(Act::who).forEach(everybody::add);
        this.contributors = List.copyOf(everybody);
        this.actsById = by(acts, Act::spotifyId);
        this.releasesById = by(releases, Release::spotifyId);
        this.releasesByMbid = by(releases, Release::mbid);
        this.releasesByDiscogsId = by(releases, Release::discogsId);
        this.contributorsByMbid = by(contributors, who -> who.ids().mbid());
        this.contributorsByGeniusId = by(contributors, who -> who.ids().genius());
        this.contributorsByDiscogsId = by(contributors, who -> who.ids().discogs());
        this.pagesById = by(pages, LyricsPage::id);
        releases.forEach(this::place);
        pages.forEach(page -> page.people()
                .forEach(who -> pagesByContributor
                        .computeIfAbsent(who.key(), ignored -> new ArrayList<>())
                        .add(page)));
    }

    private void place(Release release) {
        release.acts().forEach(act -> list(release, act));
        for (Placement track : release.tracks()) {
            Placed placed = new Placed(release, track);
            Recording recording = track.recording();
            tracks.put(track.spotifyId(), placed);
            tracksByRecording
                    .computeIfAbsent(recording.key(), ignored -> new ArrayList<>())
                    .add(placed);
            track.acts().forEach(act -> list(release, act));
            if (recording.mbid() != null) {
                recordingsByMbid.put(recording.mbid(), recording);
            }
            recording.isrcs().forEach(isrc -> {
                List<Recording> carriers = recordingsByIsrc.computeIfAbsent(isrc, ignored -> new ArrayList<>());
                if (!carriers.contains(recording)) {
                    carriers.add(recording);
                }
            });
        }
    }

    private void list(Release release, Act act) {
        List<Release> listed = releasesByAct.computeIfAbsent(act.spotifyId(), ignored -> new ArrayList<>());
        if (listed.isEmpty() || !listed.getLast().spotifyId().equals(release.spotifyId())) {
            listed.add(release);
        }
    }

    private static <K, V> Map<K, V> by(Collection<V> all, Function<V, @Nullable K> key) {
        Map<K, V> byKey = new HashMap<>();
        for (V one : all) {
            @Nullable K found = key.apply(one);
            if (found != null) {
                byKey.put(found, one);
            }
        }
        return byKey;
    }

    public List<Act> acts() {
        return acts;
    }

    public List<Contributor> contributors() {
        return contributors;
    }

    public List<Release> releases() {
        return releases;
    }

    public List<LyricsPage> pages() {
        return pages;
    }

    public Collection<Placed> tracks() {
        return tracks.values();
    }

    public Optional<Act> act(String spotifyId) {
        return Optional.ofNullable(actsById.get(spotifyId));
    }

    public Optional<Release> release(String spotifyId) {
        return Optional.ofNullable(releasesById.get(spotifyId));
    }

    public Optional<Release> releaseByMbid(String mbid) {
        return Optional.ofNullable(releasesByMbid.get(mbid));
    }

    public Optional<Release> releaseByDiscogsId(long id) {
        return Optional.ofNullable(releasesByDiscogsId.get(id));
    }

    /** Also those on which the act only appears. */
    public List<Release> releasesOf(Act act) {
        return releasesByAct.getOrDefault(act.spotifyId(), List.of());
    }

    public Optional<Placed> track(String spotifyId) {
        return Optional.ofNullable(tracks.get(spotifyId));
    }

    public List<Placed> tracksOf(Recording recording) {
        return tracksByRecording.getOrDefault(recording.key(), List.of());
    }

    public Optional<Recording> recording(String mbid) {
        return Optional.ofNullable(recordingsByMbid.get(mbid));
    }

    public List<Recording> recordingsWith(String isrc) {
        return recordingsByIsrc.getOrDefault(isrc, List.of());
    }

    public Optional<Contributor> contributorByMbid(String mbid) {
        return Optional.ofNullable(contributorsByMbid.get(mbid));
    }

    public Optional<Contributor> contributorByGeniusId(long id) {
        return Optional.ofNullable(contributorsByGeniusId.get(id));
    }

    public Optional<Contributor> contributorByDiscogsId(long id) {
        return Optional.ofNullable(contributorsByDiscogsId.get(id));
    }

    /** Those that somebody performs or has a part in. */
    public List<LyricsPage> pagesOf(Contributor who) {
        return pagesByContributor.getOrDefault(who.key(), List.of());
    }

    public Optional<LyricsPage> page(long id) {
        return Optional.ofNullable(pagesById.get(id));
    }
}
