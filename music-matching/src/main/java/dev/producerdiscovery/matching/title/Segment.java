package dev.producerdiscovery.matching.title;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A stretch of a title: the title proper, something in brackets, or something after a dash.
 *
 * @param before the opening bracket or the dash with its spaces
 * @param text what it says, with the spaces around it
 * @param after the closing bracket
 */
record Segment(Kind kind, String before, String text, String after) {

    private static final Pattern DASH = Pattern.compile("\\s+[-|]\\s+");

    private static final Pattern DATE = Pattern.compile(
            "(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?|\\d{1,4}|[\\s,./-])+",
            Pattern.CASE_INSENSITIVE);

    enum Kind {
        PLAIN,
        BRACKETED,
        DASHED
    }

    /** Cuts tidy text into its brackets and dashes; put together again, they are the text. */
    static List<Segment> of(String title) {
        return new Brackets(title)
                .segments().stream()
                        .flatMap(
                                segment -> segment.kind() == Kind.PLAIN ? atDashes(segment.text()) : Stream.of(segment))
                        .toList();
    }

    /** "Live at the Arena - March 1999": a date goes with the stretch before it. */
    private static void addOrExtend(List<Segment> segments, Segment next) {
        boolean after = !segments.isEmpty() && segments.getLast().kind() == Kind.DASHED;
        if (after && DATE.matcher(next.content()).matches()) {
            Segment last = segments.removeLast();
            segments.add(last.withText(last.text() + next.written()));
        } else {
            segments.add(next);
        }
    }

    private static Stream<Segment> atDashes(String text) {
        List<Segment> segments = new ArrayList<>();
        Matcher dash = DASH.matcher(text);
        String before = "";
        int start = 0;
        while (dash.find()) {
            add(segments, before, text.substring(start, dash.start()));
            before = dash.group();
            start = dash.end();
        }
        add(segments, before, text.substring(start));
        return segments.stream();
    }

    private static void add(List<Segment> segments, String before, String text) {
        if (!before.isEmpty() || !text.isEmpty()) {
            addOrExtend(segments, new Segment(before.isEmpty() ? Kind.PLAIN : Kind.DASHED, before, text, ""));
        }
    }

    String content() {
        return text.strip();
    }

    String written() {
        return before + text + after;
    }

    Segment withText(String other) {
        return new Segment(kind, before, other, after);
    }
}
