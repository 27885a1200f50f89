package dev.producerdiscovery.matching.name;

import dev.producerdiscovery.matching.text.Folding;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The reading of a credit line, from the joiners that always separate to those that a name may contain. */
final class CreditLine {

    private static final Pattern FEATURING = Pattern.compile(
            "(?:^|\\s+)[(\\[]?(?:feat(?:uring)?\\b\\.?|ft\\b\\.?|f/|w/)\\s*(?=\\S)", Pattern.CASE_INSENSITIVE);

    /** Joiners of separate acts; none of them is part of a name. */
    private static final Pattern ALWAYS = Pattern.compile(
            "\\s*;\\s+|\\s*;$|、|(?<![,;&/+])\\s+(?:x|×)\\s+|\\s+(?:vs\\.?|versus|b2b|with|presents|pres\\.)\\s+|\\s+/\\s+",
            Pattern.CASE_INSENSITIVE);

    /** A comma within a number or before "Jr." belongs to the name. */
    private static final Pattern COMMA = Pattern.compile(
            "\\s*(?:,(?!\\d{3}(?!\\d))|,(?<!\\d,))\\s*+(?!(?:jr|sr|i{2,3}|iv|m\\.?d|ph\\.?d|esq)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AND =
            Pattern.compile("\\s+(?:&|\\+|and)\\s+|^(?:&|and)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern AMPERSAND = Pattern.compile("\\s+[&+]\\s+|^&\\s+");

    /** The second half of a band's name: "X & The Y", "X and His Orchestra", "X & Sons". */
    private static final Pattern BAND = Pattern.compile(
            ".*\\s(?:&|\\+|and)\\s+(?:the|his|her|their|los|las|die|de|sons?|co|friends|company|orchestra)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SLASH = Pattern.compile("(?<![\\d\\s])/(?!\\d)");

    private CreditLine() {}

    static ArtistCredit read(String raw, Collection<String> knownNames) {
        KnownNames known = new KnownNames(Folding.tidy(raw), knownNames);
        Matcher featuring = FEATURING.matcher(known.line());
        boolean guests = featuring.find()
                && featuring.start() > 0
                && !known.line().substring(featuring.end()).isBlank();
        String main = guests ? known.line().substring(0, featuring.start()) : known.line();
        List<String> parts =
                mainParts(main, guests || known.any()).map(known::restore).toList();
        List<String> featured = guests
                ? peopleParts(closed(known.line().substring(featuring.end())))
                        .map(known::restore)
                        .toList()
                : List.of();
        return new ArtistCredit(
                people(parts),
                people(featured),
                parts.stream().filter(Organisations::isPlace).toList());
    }

    static List<String> people(String list, Collection<String> knownNames) {
        KnownNames known = new KnownNames(Folding.tidy(list), knownNames);
        return people(peopleParts(known.line()).map(known::restore).toList());
    }

    private static List<String> people(List<String> parts) {
        return Names.distinct(parts.stream()
                .filter(part -> !Names.isPlaceholder(part) && !Organisations.isPlace(part))
                .map(SourceSuffix::strip));
    }

    /** A list of people: every joiner separates, but a lone "and" may be inside a duo's name. */
    private static Stream<String> peopleParts(String list) {
        List<String> parts = Stream.of(list)
                .flatMap(ALWAYS::splitAsStream)
                .flatMap(FEATURING::splitAsStream)
                .flatMap(COMMA::splitAsStream)
                .flatMap(CreditLine::atSlash)
                .toList();
        boolean enumeration = parts.size() > 1;
        return parts.stream()
                .flatMap(part -> BAND.matcher(part).matches()
                        ? Stream.of(part)
                        : (enumeration ? AND : AMPERSAND).splitAsStream(part));
    }

    private static Stream<String> atSlash(String part) {
        List<String> halves = SLASH.splitAsStream(part).toList();
        return halves.stream().allMatch(half -> half.strip().length() > 3) ? halves.stream() : Stream.of(part);
    }

    /**
     * The main line.
     *
     * @param settled true when something says that joiners separate: guests are named, or known names were given
     */
    private static Stream<String> mainParts(String line, boolean settled) {
        return ALWAYS.splitAsStream(line).flatMap(CreditLine::listedBySlash).flatMap(part -> commaParts(part, settled));
    }

    private static Stream<String> listedBySlash(String part) {
        if (part.indexOf('(') >= 0) {
            return Stream.of(part);
        }
        List<String> names = SLASH.splitAsStream(part).toList();
        boolean list = names.size() > 2 || names.stream().allMatch(name -> name.contains(" "));
        return list || KnownNames.stands(part) ? names.stream() : Stream.of(part);
    }

    private static Stream<String> commaParts(String part, boolean settled) {
        List<String> names = Organisations.isPlace(part)
                ? List.of(part)
                : COMMA.splitAsStream(part).toList();
        if (names.size() > 1 && !settled && mayBeOneName(names)) {
            return Stream.of(part);
        }
        boolean enumeration = names.size() > 1 || settled;
        return names.stream().flatMap(name -> andParts(name, enumeration));
    }

    /** "Stone, Paper & Scissors": single words with an ampersand read as a band; "Someone, the Something" as one act. */
    private static boolean mayBeOneName(List<String> names) {
        List<String> last = AND.splitAsStream(names.getLast()).toList();
        boolean singleWords = last.size() == 2
                && Stream.concat(Stream.of(names.getFirst()), last.stream()).noneMatch(name -> name.contains(" "));
        return names.size() == 2 && (singleWords || names.getLast().startsWith("the "));
    }

    private static Stream<String> andParts(String name, boolean enumeration) {
        List<String> parts = AND.splitAsStream(name).toList();
        boolean separate = parts.size() > 1
                && (standsApart(parts) || (enumeration && !BAND.matcher(name).matches()));
        return separate ? parts.stream() : Stream.of(name);
    }

    /** Signs that the halves of "A & B" are two entries: numbered by a source, unknown, equal, or not Latin. */
    private static boolean standsApart(List<String> parts) {
        return parts.stream().anyMatch(part -> SourceSuffix.isPresent(part) || Names.isPlaceholder(part))
                || parts.stream().map(Folding::key).distinct().count() < parts.size()
                || parts.stream().allMatch(Scripts::hasOther);
    }

    /** Text after "(feat. " without the bracket that closes it. */
    private static String closed(String guests) {
        boolean unopened = guests.indexOf('(') < 0 && guests.indexOf('[') < 0;
        return unopened ? guests.replaceAll("[)\\]]", "") : guests;
    }
}
