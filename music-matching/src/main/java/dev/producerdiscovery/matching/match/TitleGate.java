package dev.producerdiscovery.matching.match;

import dev.producerdiscovery.matching.similarity.Edits;
import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.matching.title.Title;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two titles, versions aside, name the same song. Similar is not enough: one word makes another song. */
final class TitleGate {

    private static final Pattern SUBTITLE = Pattern.compile("^(.*\\S)\\s*\\(([^()]+)\\)$|^\\(([^()]+)\\)\\s*(\\S.*)$");
    private static final Set<String> OTHER_TRACKS = Set.of("intro", "outro", "interlude", "skit", "reprise", "prelude");
    private static final Set<String> NEGATIONS = Set.of("no", "not", "never", "dont", "cant", "wont", "without");

    /** One mistake in spelling for so many letters. */
    private static final int LETTERS_PER_EDIT = 8;

    private static final int MOST_EDITS = 3;

    private TitleGate() {}

    /** 1 for equal song keys, a little less for spellings and left-out subtitles, 0 for another song. */
    static double likeness(Title a, Title b) {
        if (a.songKey().equals(b.songKey())) {
            return 1;
        }
        String solidA = a.songKey().replace(" ", "");
        String solidB = b.songKey().replace(" ", "");
        if (solidA.equals(solidB) || Censored.alike(a.song(), b.song())) {
            return 0.97;
        }
        if (sameButSubtitle(a.song(), b.songKey()) || sameButSubtitle(b.song(), a.songKey())) {
            return 0.9;
        }
        return edits(solidA, solidB) && sameMarks(a.songKey(), b.songKey()) ? 0.9 : 0;
    }

    private static boolean sameButSubtitle(String song, String otherKey) {
        if (song.indexOf('(') < 0) {
            return false;
        }
        Matcher subtitle = SUBTITLE.matcher(song);
        if (!subtitle.matches()) {
            return false;
        }
        boolean leading = subtitle.group(3) != null;
        String main = Folding.key(leading ? subtitle.group(4) : subtitle.group(1));
        String left = Folding.key(leading ? subtitle.group(3) : subtitle.group(2));
        return main.equals(otherKey)
                && Folding.words(left).stream().noneMatch(word -> OTHER_TRACKS.contains(word) || isNumber(word));
    }

    private static boolean edits(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int allowed = Math.min(MOST_EDITS, shorter / LETTERS_PER_EDIT);
        // Most titles of a list differ by more than can be mended, which their lengths tell at once.
        return allowed > 0
                && Math.abs(a.codePointCount(0, a.length()) - b.codePointCount(0, b.length())) <= allowed
                && Edits.between(a, b) <= allowed;
    }

    /** Numbers and negations are short, and change everything. */
    private static boolean sameMarks(String a, String b) {
        return marks(a).equals(marks(b));
    }

    private static List<String> marks(String key) {
        return Folding.words(key).stream()
                .filter(word -> isNumber(word) || NEGATIONS.contains(word))
                .toList();
    }

    private static boolean isNumber(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}
