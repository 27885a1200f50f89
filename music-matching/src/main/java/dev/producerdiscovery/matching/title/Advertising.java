package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.text.Folding;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Stretches that speak of the upload or of where the song was used, and not of the song. */
final class Advertising {

    private static final Set<String> ALONE = Set.of(
            "video",
            "audio",
            "lyrics",
            "lyric",
            "visualizer",
            "visualiser",
            "mv",
            "pv",
            "hd",
            "hq",
            "uhd",
            "4k",
            "8k",
            "1080p",
            "720p",
            "2160p",
            "60fps",
            "explicit",
            "clean",
            "dirty",
            "uncensored",
            "censored",
            "official",
            "clip",
            "videoclip",
            "oficial",
            "letra",
            "teaser",
            "premiere",
            "video oficial");

    private static final Set<String> BESIDE = Set.of(
            "music",
            "full",
            "new",
            "exclusive",
            "out",
            "now",
            "free",
            "download",
            "with",
            "and",
            "on",
            "screen",
            "original",
            "high",
            "quality",
            "con",
            "in",
            "color",
            "content");

    private static final Pattern SOURCE = Pattern.compile(
            "^(?:(?:music|songs?|main title theme|theme|title track|inspired by)\\s+)?(?:from|aus|de)\\s+(?:the\\s+)?"
                    + "(?:[\"'].*|.*\\b(?:soundtrack|motion picture|film|movie|vault|series|show|game|musical|album)\\b.*)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SOUNDTRACK =
            Pattern.compile("^.*\\b(?:soundtrack|ost|motion picture|(?:main|end) titles?)$", Pattern.CASE_INSENSITIVE);

    private Advertising() {}

    static boolean isUpload(String text) {
        List<String> words = Folding.words(Folding.key(text));
        return words.stream().allMatch(word -> ALONE.contains(word) || BESIDE.contains(word))
                && words.stream().anyMatch(ALONE::contains);
    }

    static boolean isSource(String text) {
        return SOURCE.matcher(text).matches() || SOUNDTRACK.matcher(text).matches();
    }
}
