package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.matching.title.VersionPhrase.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a version phrase means: its type, who made it, and what makes it a recording of its own. */
final class VersionMaker {

    /** Their other words name the original artist or describe the mood. */
    private static final Set<VersionType> WITHOUT_DETAIL =
            EnumSet.of(VersionType.REMIX, VersionType.COVER, VersionType.KARAOKE, VersionType.PARODY);

    private final VersionPhrase phrase;
    private final VersionType type;
    private final List<String> by;
    private final Set<VersionType> marks;

    private VersionMaker(VersionPhrase phrase) {
        this.phrase = phrase;
        this.marks = phrase.words().stream()
                .map(Word::entry)
                .filter(Objects::nonNull)
                .map(VersionWords.Entry::type)
                .collect(Collectors.toCollection(TreeSet::new));
        VersionType strongest = marks.iterator().next();
        this.by = marks.stream().anyMatch(VersionType::takesName) ? VersionAuthors.of(phrase) : List.of();
        // "Someone Mix" is a remix: the word alone is not, as in "Original Mix".
        boolean namedMix =
                !by.isEmpty() && marks.contains(VersionType.MIX) && strongest.compareTo(VersionType.RADIO) >= 0;
        this.type = namedMix ? VersionType.REMIX : strongest;
    }

    static Version make(VersionPhrase phrase, String text) {
        VersionMaker maker = new VersionMaker(phrase);
        return new Version(maker.type, text, maker.by, phrase.year(), maker.recording());
    }

    private List<String> recording() {
        Set<String> recordings = new LinkedHashSet<>();
        Stream.concat(Stream.of(type), marks.stream())
                .filter(VersionType::isOtherRecording)
                .filter(mark -> mark != VersionType.COVER || type == VersionType.COVER)
                .forEach(mark -> recordings.add(mark == type ? withDetail(mark) : mark.label()));
        if (recordings.isEmpty() && isOwnMaking()) {
            recordings.add(withDetail(type));
        }
        return List.copyOf(recordings);
    }

    /** An edit by somebody, or a version that is described by more than the words for the song's own recording. */
    private boolean isOwnMaking() {
        return switch (type) {
            case EDIT, RADIO, EXTENDED, ORIGINAL -> !by.isEmpty();
            case MIX, VERSION ->
                phrase.words().stream()
                        .anyMatch(word -> !word.isYear()
                                && !VersionWords.isOwnRecording(word.key())
                                && (word.entry() == null || word.entry().type() == type)
                                && !isTypeWord(word));
            default -> false;
        };
    }

    private boolean isTypeWord(Word word) {
        return word.entry() != null && word.entry().type() == type;
    }

    private String withDetail(VersionType mark) {
        List<String> detail = new ArrayList<>();
        if (!by.isEmpty()) {
            by.stream().map(Folding::key).sorted().forEach(detail::add);
        } else if (!WITHOUT_DETAIL.contains(mark)) {
            phrase.words().stream()
                    .filter(word -> word.entry() == null)
                    .filter(word -> !VersionWords.isOwnRecording(word.key()) && !word.connects())
                    .filter(word -> mark == VersionType.LIVE || !word.isYear())
                    .forEach(word -> detail.add(word.key()));
        }
        return detail.isEmpty() ? mark.label() : mark.label() + " " + String.join(" ", detail);
    }
}
