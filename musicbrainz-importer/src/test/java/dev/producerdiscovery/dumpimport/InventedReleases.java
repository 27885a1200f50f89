package dev.producerdiscovery.dumpimport;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines as a dump of releases has them, all made up and always the same: most of a line is of no use, two of three releases
 * name somebody, and half are on Spotify.
 */
public final class InventedReleases {

    private static final int TRACKS = 12;

    private InventedReleases() {}

    public static String lines(int count) {
        return IntStream.range(0, count).mapToObj(InventedReleases::line).collect(Collectors.joining("\n"));
    }

    /** Some 40 KB. */
    public static String line(int number) {
        Random random = new Random(number);
        boolean names = number % 3 != 0;
        String tracks = IntStream.range(0, TRACKS)
                .mapToObj(track -> track(number, track, names, random))
                .collect(Collectors.joining(","));
        String spotify = number % 2 == 0 ? """
                  {"target-type":"url","type":"free streaming","ended":false,"attributes":[],"attribute-values":{},"url":{"id":"%s","resource":"https://open.spotify.com/album/%s"}},""".formatted(id("url", number), spotify(number)) : "";
        return """
                {"text-representation":{"language":"eng","script":"Latn"},"aliases":[],"tags":[{"count":1,"name":"invented"}],\
                "annotation":"%s","artist-credit":[%s],"barcode":"0%012d","relations":[%s%s],\
                "media":[{"format":"Digital Media","discs":[],"tracks":[%s],"position":1,"track-count":%d}],\
                "cover-art-archive":{"artwork":false,"count":0},"title":"Album %d","label-info":[],"id":"%s","status":"Official"}""".formatted(
                        "Nobody reads this. ".repeat(10),
                        artist(number % 500, random),
                        700_000_000_000L + number,
                        spotify,
                        relation("photography", number, random),
                        tracks,
                        TRACKS,
                        number,
                        id("release", number));
    }

    public static String id(String kind, long number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public static String spotify(int number) {
        return "%022d".formatted(number);
    }

    private static String track(int release, int track, boolean names, Random random) {
        int recording = release * 100 + track;
        String people = names
                ? relation("producer", random.nextInt(5_000), random) + ","
                        + relation("mix", random.nextInt(5_000), random) + ","
                        + relation("instrument", random.nextInt(5_000), random) + ","
                : "";
        return """
                {"id":"%s","position":%d,"number":"%d","title":"Song %d of %d","length":%d,"artist-credit":[%s],\
                "recording":{"id":"%s","title":"Song %d of %d","length":%d,"isrcs":["XXA%02d%07d"],"tags":[],"genres":[],\
                "artist-credit":[%s],"relations":[%s%s]}}""".formatted(
                        id("track", recording),
                        track + 1,
                        track + 1,
                        track + 1,
                        release,
                        200_000 + track,
                        artist(release % 500, random),
                        id("recording", recording),
                        track + 1,
                        release,
                        200_000 + track,
                        recording / 10_000_000 % 100,
                        recording % 10_000_000,
                        artist(release % 500, random),
                        people,
                        relation("vocal", random.nextInt(5_000), random));
    }

    private static String relation(String type, int person, Random random) {
        return """
                {"target-type":"artist","type":"%s","type-id":"%s","direction":"backward","attributes":[],"attribute-ids":{},\
                "attribute-values":{},"begin":null,"end":null,"ended":false,"source-credit":"","target-credit":"","artist":%s}""".formatted(type, id("type", type.hashCode()), person(person, random));
    }

    private static String artist(int number, Random random) {
        return "{\"name\":\"Person %d\",\"joinphrase\":\"\",\"artist\":%s}".formatted(number, person(number, random));
    }

    private static String person(int number, Random random) {
        return """
                {"id":"%s","name":"Person %d","sort-name":"%d, Person","disambiguation":"","type":"Person","country":"XW",\
                "aliases":[{"name":"P. %d","locale":null,"primary":null},{"name":"%s","locale":"en","primary":true}],\
                "tags":[{"count":1,"name":"made up"}],"genres":[]}""".formatted(
                id("artist", number),
                number,
                number,
                number,
                Long.toHexString(random.nextLong()).toUpperCase(Locale.ROOT).repeat(8));
    }
}
