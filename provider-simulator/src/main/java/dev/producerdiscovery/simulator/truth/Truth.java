package dev.producerdiscovery.simulator.truth;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Catalogue.Placed;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Credit;
import dev.producerdiscovery.simulator.catalogue.Recording;
import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.catalogue.Role;
import dev.producerdiscovery.simulator.catalogue.Source;
import dev.producerdiscovery.simulator.search.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers for any act what is true about its songs. Immutable, hence thread-safe. */
public final class Truth {

    private final Catalogue catalogue;
    private final Reach reach;
    private final Map<String, List<Recording>> recordingsByTitle;

    public Truth(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.reach = new Reach(catalogue);
        this.recordingsByTitle = catalogue.releases().stream()
                .flatMap(release -> release.tracks().stream())
                .map(track -> track.recording())
                .distinct()
                .collect(Collectors.groupingBy(
                        recording -> Words.fold(recording.song().title())));
    }

    /** Acts of this name, or the one with this Spotify id. */
    public List<Act> acts(String nameOrId) {
        String name = Words.fold(nameOrId);
        return catalogue.acts().stream()
                .filter(act -> act.spotifyId().equals(nameOrId)
                        || Words.fold(act.name()).equals(name))
                .toList();
    }

    /** The songs that name the act among their artists, each once; without what was taken down. */
    public List<SongTruth> songsOf(Act act) {
        Map<String, List<Placed>> songs = new LinkedHashMap<>();
        for (Release release : catalogue.releasesOf(act)) {
            if (!release.takenDown()) {
                release.tracks().stream()
                        .filter(track -> track.acts().contains(act))
                        .forEach(
                                track -> songs.computeIfAbsent(track.recording().makers(), ignored -> new ArrayList<>())
                                        .add(new Placed(release, track)));
            }
        }
        return songs.values().stream().map(this::song).toList();
    }

    private SongTruth song(List<Placed> tracks) {
        Recording recording = tracks.getFirst().track().recording();
        List<KnownCredit> credits = credits(tracks);
        Set<String> credited =
                credits.stream().map(credit -> credit.who().key()).collect(Collectors.toSet());
        return new SongTruth(recording, tracks, credits, lookalikes(recording, credited));
    }

    private List<KnownCredit> credits(List<Placed> tracks) {
        Map<String, KnownCredit> credits = new LinkedHashMap<>();
        for (Placed placed : tracks) {
            Recording recording = placed.track().recording();
            recording.credits().forEach(credit -> add(credits, credit, reach.of(recording, credit), false));
            if (placed.release().linkedToSpotify()) {
                placed.release().credits().forEach(credit -> add(credits, credit, credit.statedBy(), true));
            }
        }
        return List.copyOf(credits.values());
    }

    private static void add(
            Map<String, KnownCredit> credits, Credit credit, Set<Source> sources, boolean wholeRelease) {
        if (sources.isEmpty()) {
            return;
        }
        String key = credit.who().key() + credit.role();
        credits.merge(key, new KnownCredit(credit.who(), credit.role(), sources, wholeRelease), (known, more) -> {
            Set<Source> all = EnumSet.copyOf(known.sources());
            all.addAll(more.sources());
            return new KnownCredit(known.who(), known.role(), all, known.wholeRelease() && more.wholeRelease());
        });
    }

    private List<Lookalike> lookalikes(Recording song, Set<String> credited) {
        Map<String, Lookalike> lookalikes = new LinkedHashMap<>();
        Stream<Recording> rivals = recordingsByTitle
                .getOrDefault(Words.fold(song.song().title()), List.of())
                .stream()
                .filter(other -> !other.makers().equals(song.makers()))
                .sorted(Comparator.comparing(Recording::key));
        rivals.forEach(other -> makers(other)
                .filter(who -> !credited.contains(who.key()))
                .forEach(who -> lookalikes.putIfAbsent(who.key(), new Lookalike(who, because(song, other)))));
        return List.copyOf(lookalikes.values());
    }

    private static Stream<Contributor> makers(Recording recording) {
        return recording.credits().stream()
                .filter(credit -> credit.role().produces() || credit.role() == Role.REMIXER)
                .map(Credit::who);
    }

    private static String because(Recording song, Recording other) {
        String acts = other.song().acts().stream().map(Act::name).collect(Collectors.joining(" & "));
        boolean sameSong = other.song().key().equals(song.song().key());
        String version = other.version().label();
        return (sameSong ? "another recording" : "another song") + " of this title: " + acts
                + (version.isEmpty() ? "" : ", " + version) + ", " + other.lengthMs() / 1000 + " s";
    }
}
