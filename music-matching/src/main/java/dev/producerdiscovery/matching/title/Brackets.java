package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.title.Segment.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds the outermost pairs of brackets; a bracket without its partner is ordinary text. */
final class Brackets {

    private static final String OPENING = "([{【「『〔〈《";
    private static final String CLOSING = ")]}】」』〕〉》";

    private final String title;

    Brackets(String title) {
        this.title = title;
    }

    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        int plainFrom = 0;
        int at = 0;
        while (at < title.length()) {
            int end = OPENING.indexOf(title.charAt(at)) < 0 ? -1 : partner(at);
            if (end > at + 1) {
                segments.add(plain(plainFrom, at));
                segments.add(new Segment(
                        Kind.BRACKETED,
                        title.substring(at, at + 1),
                        title.substring(at + 1, end),
                        title.substring(end, end + 1)));
                plainFrom = end + 1;
                at = plainFrom;
            } else {
                at++;
            }
        }
        segments.add(plain(plainFrom, title.length()));
        return segments.stream().filter(segment -> !segment.written().isEmpty()).toList();
    }

    /** Plain text keeps its spaces: they tell "Title(x)" from "Title (x)" and "a - b" from "a-b". */
    private Segment plain(int from, int to) {
        return new Segment(Kind.PLAIN, "", title.substring(from, to), "");
    }

    private int partner(int open) {
        char opening = title.charAt(open);
        char closing = CLOSING.charAt(OPENING.indexOf(opening));
        int depth = 0;
        for (int i = open; i < title.length(); i++) {
            if (title.charAt(i) == opening) {
                depth++;
            } else if (title.charAt(i) == closing && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
