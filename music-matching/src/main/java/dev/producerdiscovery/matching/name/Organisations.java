package dev.producerdiscovery.matching.name;

import dev.producerdiscovery.matching.text.Folding;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises names that are companies, labels or studios: credit lists hold them, but they make no music. */
public final class Organisations {

    private static final Set<String> PLACES = Set.of("studio", "studios", "soundstage", "mastering");
    private static final Set<String> COMPANIES = Set.of(
            "records",
            "recordings",
            "entertainment",
            "publishing",
            "publishers",
            "llc",
            "ltd",
            "gmbh",
            "corporation",
            "corp",
            "distribution",
            "management",
            "pictures");
    private static final Pattern COMPANY_PHRASE = Pattern.compile(
            ".*\\b(?:music group|music entertainment|record label|recording company|production company)$");

    /** "Somewhere Studios (Town, ST)", as Genius writes recording places. */
    private static final Pattern LOCATION = Pattern.compile("\\s*\\([^()]*,[^()]*\\)$");

    private Organisations() {}

    /**
     * True for a studio or another recording place.
     *
     * @return false when in doubt: a person taken for a company is a lost credit
     */
    public static boolean isPlace(String name) {
        String tidy = Folding.tidy(name);
        String key = Folding.key(LOCATION.matcher(tidy).replaceFirst(""));
        return endsWithOneOf(key, PLACES) && key.indexOf(' ') > 0;
    }

    /**
     * True for a label, publisher or other company.
     *
     * @return false when in doubt
     */
    public static boolean isCompany(String name) {
        String key = Folding.key(name);
        return (endsWithOneOf(key, COMPANIES) && key.indexOf(' ') > 0)
                || COMPANY_PHRASE.matcher(key).matches();
    }

    private static boolean endsWithOneOf(String key, Set<String> words) {
        return words.contains(key.substring(key.lastIndexOf(' ') + 1));
    }
}
