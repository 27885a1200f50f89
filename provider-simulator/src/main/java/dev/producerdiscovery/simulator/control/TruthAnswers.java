package dev.producerdiscovery.simulator.control;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue.Placed;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Recording;
import dev.producerdiscovery.simulator.catalogue.Source;
import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.musicbrainz.FormerIds;
import dev.producerdiscovery.simulator.truth.KnownCredit;
import dev.producerdiscovery.simulator.truth.SongTruth;
import dev.producerdiscovery.simulator.truth.Truth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The truth as JSON. */
final class TruthAnswers {

    private TruthAnswers() {}

    static Map<String, @Nullable Object> artist(Act act) {
        return Json.object(
                "name", act.name(),
                "spotify_id", act.spotifyId(),
                "mbid", act.who().ids().mbid(),
                "former_mbid", FormerIds.of(act.who()),
                "genius_id", act.who().ids().genius(),
                "kind", act.kind().name().toLowerCase(Locale.ROOT));
    }

    static Map<String, @Nullable Object> truth(Act act, Truth truth) {
        Map<String, @Nullable Object> answer = artist(act);
        answer.put(
                "songs",
                truth.songsOf(act).stream().map(song -> song(act, song)).toList());
        return answer;
    }

    private static Map<String, @Nullable Object> song(Act act, SongTruth song) {
        Recording recording = song.recording();
        return Json.object(
                "title", recording.song().title(),
                "version", recording.version().label(),
                "length_ms", recording.lengthMs(),
                "isrcs", recording.isrcs(),
                "producers",
                        song.credits().stream()
                                .filter(credit -> credit.role().produces())
                                .map(credit -> credit.who().name())
                                .distinct()
                                .toList(),
                "credits", song.credits().stream().map(TruthAnswers::credit).toList(),
                "must_not_be_credited",
                        song.mustNotBeCredited().stream()
                                .map(lookalike -> {
                                    Map<String, @Nullable Object> person = person(lookalike.who());
                                    person.put("because", lookalike.because());
                                    return person;
                                })
                                .toList(),
                "tracks",
                        song.tracks().stream().map(placed -> track(act, placed)).toList());
    }

    private static Map<String, @Nullable Object> track(Act act, Placed placed) {
        return Json.object(
                "spotify_id", placed.track().spotifyId(),
                "title", placed.track().title(),
                "isrc", placed.track().isrc(),
                "album", placed.release().name(),
                "album_spotify_id", placed.release().spotifyId(),
                "album_group", placed.release().groupFor(act));
    }

    private static Map<String, @Nullable Object> credit(KnownCredit credit) {
        Map<String, @Nullable Object> answer = person(credit.who());
        answer.put("role", credit.role().label());
        answer.put(
                "sources",
                EnumSet.copyOf(credit.sources()).stream()
                        .map(source -> source.name().toLowerCase(Locale.ROOT))
                        .toList());
        answer.put("whole_release", credit.wholeRelease());
        return answer;
    }

    private static Map<String, @Nullable Object> person(Contributor who) {
        return Json.object(
                "key", who.key(),
                "name", who.name(),
                "names", names(who),
                "mbid", who.ids().mbid(),
                "genius_id", who.ids().genius(),
                "discogs_id", who.ids().discogs(),
                "linked", who.ids().linked().contains(Source.GENIUS),
                "instagram", who.profile().instagram());
    }

    private static List<String> names(Contributor who) {
        return Stream.of(
                        List.of(who.name(), who.names().genius(), who.names().discogs()),
                        who.names().aliases())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
