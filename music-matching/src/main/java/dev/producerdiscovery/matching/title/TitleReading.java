package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.name.Names;
import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.matching.title.Segment.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the stretches of one title from the end, because what follows a dash counts only when nothing follows it. */
final class TitleReading {

    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> song = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private final List<String> featured = new ArrayList<>();
    private final List<String> producers = new ArrayList<>();

    /** True while only versions, mentions and advertising have been met. */
    private boolean atEnd = true;

    TitleReading(List<Segment> segments) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            boolean mayLeave = i > 0 || (segments.size() > 1 && segment.kind() == Kind.BRACKETED);
            if (segment.kind() == Kind.PLAIN || !mayLeave || !leaves(segment)) {
                keep(segment, i == 0);
            }
        }
    }

    private boolean leaves(Segment segment) {
        if (segment.kind() == Kind.DASHED && !atEnd) {
            return false;
        }
        String content = segment.content();
        if (content.isEmpty() || Advertising.isUpload(content)) {
            return true;
        }
        if (Advertising.isSource(content)) {
            show(segment, List.of(new Version(VersionType.SOURCE, content, List.of(), null, List.of())));
            return true;
        }
        Mentions mentions = Mentions.inStretch(content);
        List<Version> read = mentions.left().isBlank() ? List.of() : VersionReader.read(mentions.left());
        if (read.isEmpty() && !mentions.left().isBlank() && !isYearBeforeVersion(segment)) {
            return false;
        }
        remember(mentions);
        show(segment, read);
        return true;
    }

    /** "Title - 2015 - Remaster". */
    private boolean isYearBeforeVersion(Segment segment) {
        return segment.kind() == Kind.DASHED
                && !versions.isEmpty()
                && VersionPhrase.of(segment.content()).isYearOnly();
    }

    private void show(Segment segment, List<Version> read) {
        if (!read.isEmpty()) {
            versions.addAll(0, read);
            pieces.addFirst(new Piece(segment.before(), "", segment.after(), read));
        }
    }

    private void keep(Segment segment, boolean first) {
        Mentions mentions =
                segment.kind() == Kind.BRACKETED ? Mentions.none(segment.text()) : Mentions.inText(segment.text());
        Segment kept = segment;
        boolean somethingLeft = !mentions.left().isBlank() || !first;
        if (somethingLeft && !mentions.left().equals(segment.text())) {
            remember(mentions);
            kept = segment.withText(mentions.left() + " ");
        }
        atEnd &= kept.written().isBlank();
        song.addFirst(kept.written());
        pieces.addFirst(Piece.plain(kept.written()));
    }

    private void remember(Mentions mentions) {
        featured.addAll(0, mentions.featured());
        producers.addAll(0, mentions.producers());
    }

    Title title() {
        String own = Folding.tidy(String.join("", song));
        return new Title(
                own,
                own.isEmpty() ? "" : SongKeys.of(own),
                versions,
                Names.distinct(featured.stream()),
                Names.distinct(producers.stream()),
                pieces);
    }
}
