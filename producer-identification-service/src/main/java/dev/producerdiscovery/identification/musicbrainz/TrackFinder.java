package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.song.SongTrack;
import dev.producerdiscovery.matching.match.SongMatch;
import dev.producerdiscovery.matching.similarity.Similarity;
import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.matching.title.Title;
import dev.producerdiscovery.matching.title.TitleParser;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds a track among the tracks of the release that its album is. The surest sign decides. */
final class TrackFinder {

    /** Two masters of one recording rarely differ by more, two recordings rarely by less. */
    private static final int SAME_RECORDING_MS = 15_000;

    private static final int SAME_MASTER_MS = 5_000;
    private static final double NOT_ANOTHER_SONG = 0.6;

    private TrackFinder() {}

    /** What was found. */
    record Found(SheetTrack track, String how, double strength) {}

    /** The track's recording on its own release; empty when none is it for certain. */
    static Optional<Found> onRelease(SongTrack ours, List<SheetTrack> sheet) {
        Title title = TitleParser.parse(ours.name());
        return byIsrc(ours, title, sheet)
                .map(track -> new Found(track, "ISRC on the album's release", 0.97))
                .or(() -> only(
                                sheet,
                                track -> track.isAt(ours.disc(), ours.position())
                                        && isSameRecording(ours, title, track, SAME_RECORDING_MS))
                        .map(track -> new Found(track, "place and title on the album's release", 0.96)))
                .or(() -> only(sheet, track -> track.isAt(ours.disc(), ours.position()) && isLike(ours, track))
                        .map(track -> new Found(track, "place and length on the album's release", 0.92)))
                .or(() -> only(sheet, track -> isSameRecording(ours, title, track, SAME_RECORDING_MS))
                        .map(track -> new Found(track, "title on the album's release", 0.9)));
    }

    /** The recording that bears the track's ISRC; codes are given to wrong songs at times, so the title has a say. */
    static Optional<SheetTrack> byIsrc(SongTrack ours, Title title, List<SheetTrack> sheet) {
        return ofLikeTitle(
                ours,
                title,
                sheet.stream().filter(track -> track.hasIsrc(ours.isrc())).toList());
    }

    /** The one of these that may be the track by its title and length, for those that an id has led to. */
    static Optional<SheetTrack> ofLikeTitle(SongTrack ours, Title title, List<SheetTrack> sheet) {
        return only(
                sheet,
                track -> track.lengthDifference(ours.lengthMs()) <= SAME_RECORDING_MS
                        && Similarity.of(
                                        title.song(),
                                        TitleParser.parse(track.title()).song())
                                >= NOT_ANOTHER_SONG);
    }

    private static boolean isSameRecording(SongTrack ours, Title title, SheetTrack track, int toleranceMs) {
        return title.recordingKey().equals(TitleParser.parse(track.title()).recordingKey())
                && track.lengthDifference(ours.lengthMs()) <= toleranceMs;
    }

    /** MusicBrainz keeps "live" and the like out of titles, so at the same place the length tells recordings apart. */
    private static boolean isLike(SongTrack ours, SheetTrack track) {
        return track.lengthMs() != null
                && ours.lengthMs() != null
                && track.lengthDifference(ours.lengthMs()) <= SAME_MASTER_MS
                && SongMatch.sameSong(ours.name(), track.title());
    }

    private static Optional<SheetTrack> only(List<SheetTrack> sheet, Predicate<SheetTrack> test) {
        List<SheetTrack> passing = sheet.stream()
                .filter(track -> !Folding.key(track.title()).isEmpty())
                .filter(test)
                .toList();
        boolean oneRecording =
                passing.stream().map(SheetTrack::recordingId).distinct().count() == 1;
        return oneRecording ? Optional.of(passing.getFirst()) : Optional.empty();
    }
}
