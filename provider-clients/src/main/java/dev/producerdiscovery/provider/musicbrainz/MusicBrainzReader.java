package dev.producerdiscovery.provider.musicbrainz;

import dev.producerdiscovery.provider.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** MusicBrainz' JSON as our records. */
final class MusicBrainzReader {

    private static final List<String> TARGETS = List.of("artist", "work", "url");

    /** Said of the first of the dates on which it came out anywhere; a release without any has none of them. */
    private static final List<String> OF_EVENTS = List.of("date", "country");

    private MusicBrainzReader() {}

    static MbRelease release(Json json) {
        return release(json, MusicBrainzReader::recordingRow);
    }

    private static MbRelease release(Json json, Function<Json, Optional<MbRecording>> recording) {
        return release(json, json.expectedRows("media", medium -> Optional.of(medium(medium, recording))));
    }

    /** One of the editions of an artist's music, told from each other by all of this. */
    static Optional<MbRelease> listedRelease(Json json) {
        if (!json.has("id")) {
            return Optional.empty();
        }
        Stream.of("disambiguation", "status", "barcode", "release-group", "artist-credit")
                .forEach(json::expectKey);
        if (!OF_EVENTS.stream().allMatch(json::lacks)) {
            OF_EVENTS.forEach(json::expectKey);
        }
        json.at("release-group").expectKey("id");
        return Optional.of(release(json, MusicBrainzReader::listedRecording));
    }

    /** A release of which only what is said of it as a whole was asked for. */
    static Optional<MbRelease> releaseHead(Json json) {
        return json.has("id") ? Optional.of(release(json, List.of())) : Optional.empty();
    }

    private static MbRelease release(Json json, List<MbMedium> media) {
        json.expectKey("relations");
        return new MbRelease(
                json.required("id"),
                json.expected("title"),
                json.text("disambiguation"),
                json.text("status"),
                json.text("date"),
                json.text("country"),
                json.text("barcode"),
                Boolean.TRUE.equals(json.at("cover-art-archive").flag("front")),
                releaseGroup(json.at("release-group")).orElse(null),
                artistCredit(json),
                media,
                relations(json));
    }

    static Optional<MbReleaseGroup> releaseGroup(Json json) {
        if (!json.has("id")) {
            return Optional.empty();
        }
        json.expectKey("primary-type").expectKey("secondary-types").expectKey("first-release-date");
        return Optional.of(new MbReleaseGroup(
                json.required("id"),
                json.expected("title"),
                json.text("primary-type"),
                json.texts("secondary-types"),
                json.text("first-release-date")));
    }

    private static MbMedium medium(Json json, Function<Json, Optional<MbRecording>> recording) {
        if (!Integer.valueOf(0).equals(json.integer("track-count"))) {
            json.expectKey("tracks");
        }
        return new MbMedium(
                json.expectKey("position").integer("position"), json.rows("tracks", track -> track(track, recording)));
    }

    private static Optional<MbTrack> track(Json json, Function<Json, Optional<MbRecording>> read) {
        return read.apply(json.at("recording"))
                .map(recording -> new MbTrack(
                        json.expectKey("position").integer("position"),
                        json.expected("title"),
                        json.expectKey("length").integer("length"),
                        recording));
    }

    static MbRecording recording(Json json) {
        json.expectKey("relations");
        return new MbRecording(
                json.required("id"),
                json.expected("title"),
                json.text("disambiguation"),
                json.expectKey("length").integer("length"),
                Boolean.TRUE.equals(json.flag("video")),
                json.texts("isrcs"),
                artistCredit(json),
                relations(json));
    }

    static Optional<MbRecording> recordingRow(Json json) {
        return json.has("id") ? Optional.of(recording(json)) : Optional.empty();
    }

    /** One of many recordings of an artist, told from each other by all of this. */
    static Optional<MbRecording> listedRecording(Json json) {
        return recordingRow(json.expectKey("isrcs").expectKey("artist-credit").expectKey("disambiguation"));
    }

    static MbArtist artist(Json json) {
        Stream.of("relations", "aliases", "type", "disambiguation", "country").forEach(json::expectKey);
        return anyArtist(json);
    }

    /** Searches leave out what is empty. */
    static Optional<MbArtist> foundArtist(Json json) {
        return json.has("id") ? Optional.of(anyArtist(json.expectKey("score"))) : Optional.empty();
    }

    private static MbArtist anyArtist(Json json) {
        Json lifeSpan = json.at("life-span");
        return new MbArtist(
                json.required("id"),
                json.expected("name"),
                json.text("sort-name"),
                json.text("disambiguation"),
                json.text("type"),
                json.text("country"),
                lifeSpan.text("begin"),
                lifeSpan.text("end"),
                json.integer("score"),
                json.rows("aliases", alias -> Optional.ofNullable(alias.text("name"))),
                relations(json));
    }

    /** The ids of the releases, or things of another kind, to which a URL belongs. */
    static List<String> targets(Json url, String kind) {
        url.expectKey("relations");
        Function<Json, Optional<Optional<String>>> target = relation -> Optional.of(
                Boolean.TRUE.equals(relation.expectKey("ended").flag("ended"))
                        ? Optional.empty()
                        : Optional.ofNullable(relation.at(kind).expectKey("id").text("id")));
        return url.rows("relations", target).stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static List<MbArtistCredit> artistCredit(Json json) {
        return json.rows(
                "artist-credit",
                credit -> artistRef(credit.at("artist")).map(artist -> {
                    String name = credit.text("name");
                    String joinPhrase = credit.text("joinphrase");
                    return new MbArtistCredit(
                            name == null ? artist.name() : name, joinPhrase == null ? "" : joinPhrase, artist);
                }));
    }

    private static Optional<MbArtistRef> artistRef(Json json) {
        return json.has("id")
                ? Optional.of(new MbArtistRef(
                        json.required("id"),
                        json.expected("name"),
                        json.text("sort-name"),
                        json.text("disambiguation"),
                        json.text("type")))
                : Optional.empty();
    }

    /** Relations to other kinds of things, such as labels and places, are left out. */
    private static List<MbRelation> relations(Json json) {
        return json.<Optional<MbRelation>>rows("relations", relation -> Optional.of(relation(relation))).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MbRelation> relation(Json json) {
        String target = json.text("target-type");
        if (target != null && TARGETS.contains(target)) {
            json.at(target).expectKey(target.equals("url") ? "resource" : "id");
        }
        Optional<MbArtistRef> artist = artistRef(json.at("artist"));
        Optional<MbWork> work = work(json.at("work"));
        String url = json.at("url").text("resource");
        if (artist.isEmpty() && work.isEmpty() && url == null) {
            return Optional.empty();
        }
        json.expectKey("type-id")
                .expectKey("attributes")
                .expectKey("attribute-values")
                .expectKey("ended")
                .expectKey("target-credit");
        return Optional.of(new MbRelation(
                json.expected("type"),
                json.text("type-id"),
                json.texts("attributes"),
                json.textsByKey("attribute-values"),
                Boolean.TRUE.equals(json.flag("ended")),
                json.text("target-credit"),
                artist.orElse(null),
                work.orElse(null),
                url));
    }

    private static Optional<MbWork> work(Json json) {
        return json.has("id")
                ? Optional.of(
                        new MbWork(json.required("id"), json.expected("title"), relations(json.expectKey("relations"))))
                : Optional.empty();
    }
}
