package dev.producerdiscovery.musicbrainz.sheet;

import dev.producerdiscovery.matching.role.CreditRole;
import dev.producerdiscovery.matching.role.Roles;
import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.matching.title.TitleParser;
import dev.producerdiscovery.musicbrainz.sheet.SheetCredit.Scope;
import dev.producerdiscovery.provider.musicbrainz.MbArtistRef;
import dev.producerdiscovery.provider.musicbrainz.MbMedium;
import dev.producerdiscovery.provider.musicbrainz.MbRecording;
import dev.producerdiscovery.provider.musicbrainz.MbRelation;
import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import dev.producerdiscovery.provider.musicbrainz.MbTrack;
import dev.producerdiscovery.provider.spotify.SpotifyLinks;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes from MusicBrainz' answers what says who made a recording; players and singers are left out. */
public final class SheetReader {

    private SheetReader() {}

    public static List<SheetTrack> read(MbRelease release) {
        List<SheetCredit> ofAll = credits(release.relations(), Scope.RELEASE).toList();
        return release.media().stream()
                .flatMap(medium -> medium.tracks().stream().map(track -> read(medium, track, ofAll)))
                .toList();
    }

    public static SheetTrack read(MbRecording recording) {
        SheetTrack track = track(null, null, recording.title(), recording.lengthMs(), recording, List.of());
        return track.titled(track.fullTitle());
    }

    /** What is said of a release as a whole. */
    public static List<SheetCredit> ofRelease(MbRelease release) {
        return credits(release.relations(), Scope.RELEASE).distinct().toList();
    }

    /** The disambiguation where that says what the title leaves out: a concert, a remix, a demo. */
    private static @Nullable String version(String title, MbRecording recording) {
        String more = recording.disambiguation();
        if (more == null || Folding.key(more).isEmpty() || Folding.key(title).isEmpty()) {
            return null;
        }
        boolean saidAlready = !TitleParser.parse(title).recordingMarks().isEmpty();
        boolean saysMore =
                !TitleParser.parse(title + " (" + more + ")").recordingMarks().isEmpty();
        return saysMore && !saidAlready ? more : null;
    }

    private static SheetTrack read(MbMedium medium, MbTrack track, List<SheetCredit> ofAll) {
        Integer length =
                track.lengthMs() != null ? track.lengthMs() : track.recording().lengthMs();
        return track(medium.position(), track.position(), track.title(), length, track.recording(), ofAll);
    }

    private static SheetTrack track(
            @Nullable Integer disc,
            @Nullable Integer position,
            String title,
            @Nullable Integer lengthMs,
            MbRecording recording,
            List<SheetCredit> ofAll) {
        List<MbRelation> ofWorks = recording.relations().stream()
                .flatMap(relation -> relation.work() == null ? Stream.empty() : relation.work().relations().stream())
                .toList();
        List<SheetCredit> credits = Stream.of(
                        credits(recording.relations(), Scope.RECORDING), credits(ofWorks, Scope.WORK), ofAll.stream())
                .flatMap(part -> part)
                .distinct()
                .toList();
        List<SheetArtist> artists = recording.artistCredit().stream()
                .map(credit ->
                        new SheetArtist(credit.artist().id(), credit.artist().name(), credit.name()))
                .toList();
        List<String> links = recording.relations().stream()
                .filter(relation -> !relation.ended())
                .flatMap(relation -> SpotifyLinks.trackId(relation.url()).stream())
                .distinct()
                .toList();
        return new SheetTrack(
                disc,
                position,
                title,
                lengthMs,
                recording.id(),
                recording.isrcs(),
                credits,
                artists,
                links,
                version(title, recording));
    }

    private static Stream<SheetCredit> credits(List<MbRelation> relations, Scope scope) {
        return relations.stream()
                .flatMap(relation ->
                        relation.artist() == null ? Stream.empty() : credit(relation, relation.artist(), scope));
    }

    private static Stream<SheetCredit> credit(MbRelation relation, MbArtistRef artist, Scope scope) {
        String typeId = relation.typeId() == null ? "" : relation.typeId();
        String task = relation.attributeValues().getOrDefault("task", "");
        CreditRole role = Roles.ofMusicBrainz(relation.type(), typeId, relation.attributes(), task);
        if (!role.isBehindTheRecording() || Folding.key(artist.name()).isEmpty()) {
            return Stream.empty();
        }
        String credited = relation.targetCredit();
        String printed = credited == null || Folding.key(credited).isEmpty() ? artist.name() : credited;
        return Stream.of(
                new SheetCredit(artist.id(), artist.name(), printed, rawRole(relation, task), role.role(), scope));
    }

    private static String rawRole(MbRelation relation, String task) {
        String marks = Stream.concat(
                        relation.attributes().stream().filter(mark -> !mark.equals("task")), Stream.of(task))
                .filter(mark -> !mark.isBlank())
                .sorted()
                .collect(Collectors.joining(", "));
        return marks.isEmpty() ? relation.type() : relation.type() + " (" + marks + ")";
    }
}
