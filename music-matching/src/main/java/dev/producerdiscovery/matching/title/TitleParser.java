package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.text.Folding;
import java.util.List;
import java.util.regex.Pattern;

/** Takes song titles apart, as services write them. */
public final class TitleParser {

    private static final Pattern FILE_ENDING =
            Pattern.compile("\\.(?:wav|mp3|flac|m4a|aiff?|ogg)$", Pattern.CASE_INSENSITIVE);

    private TitleParser() {}

    /**
     * Takes a title apart. Text that is not clearly a version, a mention or advertising stays part of the song's
     * title, and so does everything when nothing else would be left ("(Live)").
     *
     * @throws IllegalArgumentException when the title holds no visible character
     */
    public static Title parse(String raw) {
        String tidy = FILE_ENDING.matcher(Folding.tidy(raw)).replaceFirst("");
        if (Folding.key(tidy).isEmpty()) {
            throw new IllegalArgumentException("title holds no visible character: \"" + raw + '"');
        }
        Title title = new TitleReading(Segment.of(tidy)).title();
        return title.song().isEmpty() ? whole(tidy) : title;
    }

    private static Title whole(String tidy) {
        return new Title(tidy, SongKeys.of(tidy), List.of(), List.of(), List.of(), List.of(Piece.plain(tidy)));
    }
}
