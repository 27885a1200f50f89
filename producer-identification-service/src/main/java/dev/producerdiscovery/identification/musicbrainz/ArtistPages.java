package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.provider.musicbrainz.MbPage;
import dev.producerdiscovery.provider.musicbrainz.MbRecording;
import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what MusicBrainz has of an artist, page by page: a hundred recordings a call. Of an artist with more recordings
 * than {@link #MOST_RECORDINGS}, who as a rule has thousands of concerts, the official releases are read instead, the
 * newest first, in at most {@link #MOST_PAGES} calls. Thread-safe.
 */
final class ArtistPages {

    static final int MOST_RECORDINGS = 2_000;
    static final int MOST_PAGES = 20;

    /** Of releases as a whole a hundred come in one call. */
    private static final int MOST_RELEASES = 500;

    /** So many albums of usual length come without being cut. */
    private static final int RELEASES_AT_ONCE = 25;

    private static final Logger log = LoggerFactory.getLogger(ArtistPages.class);

    private final MusicBrainzClient client;
    private final InstantSource clock;

    ArtistPages(MusicBrainzClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** @param artist the id at MusicBrainz */
    ArtistWork read(String artist) {
        MbPage<MbRecording> first = client.recordingsOf(artist, 0);
        Heads heads = first.total() == 0 ? new Heads(0, Map.of()) : heads(artist);
        if (first.total() <= MOST_RECORDINGS) {
            return new ArtistWork(recordings(artist, first), heads.credits(), 0, clock.instant());
        }
        List<SheetTrack> recordings = ofReleases(artist, heads.total());
        int leftOut = Math.max(1, first.total() - recordings.size());
        log.info(
                "MusicBrainz has {} recordings of artist {}, too many to read: the {} of the newest official releases count, other songs are looked up album by album",
                first.total(),
                artist,
                recordings.size());
        return new ArtistWork(recordings, heads.credits(), leftOut, clock.instant());
    }

    private List<SheetTrack> recordings(String artist, MbPage<MbRecording> first) {
        List<MbRecording> recordings = new ArrayList<>(first.rows());
        OptionalInt next = first.nextOffset();
        while (next.isPresent()) {
            MbPage<MbRecording> page = client.recordingsOf(artist, next.getAsInt());
            recordings.addAll(page.rows());
            next = page.nextOffset();
        }
        return distinct(recordings.stream()
                .filter(recording -> !recording.video())
                .map(SheetReader::read)
                .toList());
    }

    /** What is said of releases as a whole, and how many releases there are. */
    private record Heads(int total, Map<String, List<SheetCredit>> credits) {}

    private Heads heads(String artist) {
        Map<String, List<SheetCredit>> credits = new LinkedHashMap<>();
        OptionalInt next = OptionalInt.of(0);
        int total = 0;
        while (next.isPresent()) {
            MbPage<MbRelease> page = client.releasesOf(artist, next.getAsInt());
            for (MbRelease release : page.rows()) {
                List<SheetCredit> said = SheetReader.ofRelease(release);
                if (!said.isEmpty()) {
                    credits.put(release.id(), said);
                }
            }
            total = page.total();
            next = page.nextOffset();
            // The newest are the last.
            if (next.isPresent()) {
                next = OptionalInt.of(Math.max(next.getAsInt(), total - MOST_RELEASES));
            }
        }
        return new Heads(total, credits);
    }

    private List<SheetTrack> ofReleases(String artist, int releases) {
        List<SheetTrack> tracks = new ArrayList<>();
        int calls = 0;
        int end = releases;
        while (end > 0 && calls < MOST_PAGES) {
            int start = Math.max(0, end - RELEASES_AT_ONCE);
            OptionalInt next = OptionalInt.of(start);
            while (next.isPresent() && next.getAsInt() < end && calls < MOST_PAGES) {
                MbPage<MbRelease> page = client.wholeReleasesOf(artist, end - next.getAsInt(), next.getAsInt());
                page.rows().forEach(release -> tracks.addAll(SheetReader.read(release)));
                next = page.nextOffset();
                calls++;
            }
            end = start;
        }
        return distinct(tracks.stream().map(SheetTrack::withoutRelease).toList());
    }

    private static List<SheetTrack> distinct(List<SheetTrack> tracks) {
        return List.copyOf(tracks.stream()
                .collect(Collectors.toMap(
                        SheetTrack::recordingId, track -> track, (first, again) -> first, LinkedHashMap::new))
                .values());
    }
}
