package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.musicbrainz.sheet.SheetCredit;
import dev.producerdiscovery.musicbrainz.sheet.SheetReader;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import dev.producerdiscovery.provider.musicbrainz.MbPage;
import dev.producerdiscovery.provider.musicbrainz.MbRecording;
import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import dev.producerdiscovery.provider.musicbrainz.MbTrack;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
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

    /** Some twenty megabytes as objects, which all songs of the artist share. */
    private static final int MOST_OF_RELEASES = 5_000;

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
        return first.total() <= MOST_RECORDINGS
                ? ofList(artist, first, heads)
                : ofReleases(artist, first.total(), heads);
    }

    private ArtistWork ofList(String artist, MbPage<MbRecording> first, Heads heads) {
        Map<String, SheetTrack> recordings = new LinkedHashMap<>();
        MbPage<MbRecording> page = first;
        int calls = 1;
        int came = addTo(recordings, page.rows().stream());
        int total = page.total();
        while (page.nextOffset().isPresent() && calls < MOST_PAGES) {
            page = client.recordingsOf(artist, page.nextOffset().getAsInt());
            calls++;
            came += addTo(recordings, page.rows().stream());
            // Of an artist who has gone meanwhile there is no page, and so no number.
            total = page.rows().isEmpty() ? total : page.total();
        }
        int missing = Math.max(0, total - came);
        if (missing > 0) {
            log.warn(
                    "MusicBrainz counts {} recordings of artist {} and lists {}: other songs are looked up album by album",
                    total,
                    artist,
                    came);
        }
        return work(recordings, heads, missing);
    }

    private ArtistWork work(Map<String, SheetTrack> recordings, Heads heads, int leftOut) {
        return new ArtistWork(List.copyOf(recordings.values()), heads.credits(), leftOut, clock.instant());
    }

    /** How many these are, those of pictures and those that are there already among them. */
    private static int addTo(Map<String, SheetTrack> recordings, Stream<MbRecording> more) {
        List<MbRecording> rows = more.toList();
        rows.stream()
                .filter(recording -> !recording.video())
                .map(SheetReader::read)
                .forEach(recording -> recordings.putIfAbsent(recording.recordingId(), recording));
        return rows.size();
    }

    /** What is said of releases as a whole, and how many releases there are. */
    private record Heads(int total, Map<String, List<SheetCredit>> credits) {}

    private Heads heads(String artist) {
        Map<String, List<SheetCredit>> credits = new LinkedHashMap<>();
        OptionalInt next = OptionalInt.of(0);
        int total = 0;
        for (int calls = 0; next.isPresent() && calls < MOST_PAGES; calls++) {
            MbPage<MbRelease> page = client.releasesOf(artist, next.getAsInt());
            for (MbRelease release : page.rows()) {
                List<SheetCredit> said = SheetReader.ofRelease(release);
                if (!said.isEmpty()) {
                    credits.put(release.id(), said);
                }
            }
            total = page.rows().isEmpty() ? total : page.total();
            next = page.nextOffset();
            // The newest are the last.
            if (next.isPresent()) {
                next = OptionalInt.of(Math.max(next.getAsInt(), total - MOST_RELEASES));
            }
        }
        return new Heads(total, credits);
    }

    private ArtistWork ofReleases(String artist, int total, Heads heads) {
        Map<String, SheetTrack> recordings = new LinkedHashMap<>();
        int calls = 0;
        int end = heads.total();
        while (end > 0 && calls < MOST_PAGES && recordings.size() < MOST_OF_RELEASES) {
            int start = Math.max(0, end - RELEASES_AT_ONCE);
            OptionalInt next = OptionalInt.of(start);
            while (next.isPresent() && next.getAsInt() < end && calls < MOST_PAGES) {
                MbPage<MbRelease> page = client.wholeReleasesOf(artist, end - next.getAsInt(), next.getAsInt());
                addTo(recordings, page.rows().stream().flatMap(ArtistPages::recordingsOn));
                next = page.nextOffset();
                calls++;
            }
            end = start;
        }
        log.info(
                "MusicBrainz has {} recordings of artist {}, too many to read: the {} of the newest official releases count, other songs are looked up album by album",
                total,
                artist,
                recordings.size());
        return work(recordings, heads, Math.max(1, total - recordings.size()));
    }

    /** By themselves: the titles of tracks do not say that a recording is of a concert. */
    private static Stream<MbRecording> recordingsOn(MbRelease release) {
        return release.media().stream()
                .flatMap(medium -> medium.tracks().stream())
                .map(MbTrack::recording);
    }
}
