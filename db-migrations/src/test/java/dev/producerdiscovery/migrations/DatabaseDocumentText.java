package dev.producerdiscovery.migrations;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the catalogue's words appear in the document: shorter, in lower case, and safe within Markdown. */
final class DatabaseDocumentText {

    /** In a comment: the shape of a JSON object, or a name. */
    private static final Pattern CODE =
            Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}|(?:\\w+\\.)*[\\w<>…]*_[\\w<>…]*(?:\\.\\w+)*(?:\\(\\))?");

    private static final Pattern CAST = Pattern.compile("::[a-z ]+(?:\\[])?(?=[,)\\]]|$)");

    private static final Pattern KEYWORD = Pattern.compile(
            "\\b(?:AND|ARRAY|COALESCE|DESC|DISTINCT|FIRST|INCLUDE|IS|KEY|LAST|NOT|NULL|NULLS|OR|PRIMARY|SETOF|UNIQUE|WHERE)\\b");

    private DatabaseDocumentText() {}

    static String code(String text) {
        return "`" + cell(text) + "`";
    }

    static String code(List<String> texts) {
        return texts.isEmpty() ? "" : "`" + cell(String.join("`, `", texts)) + "`";
    }

    /** A bar would end the cell of a table. */
    static String cell(@Nullable String text) {
        return text == null ? "" : text.replace("|", "\\|").replace("\n", " ");
    }

    /** A comment: names in it are code, and nothing in it is markup. */
    static String prose(@Nullable String text) {
        String cell = cell(text);
        StringBuilder prose = new StringBuilder();
        Matcher names = CODE.matcher(cell);
        int end = 0;
        while (names.find()) {
            prose.append(escape(cell.substring(end, names.start())))
                    .append('`')
                    .append(names.group())
                    .append('`');
            end = names.end();
        }
        return prose.append(escape(cell.substring(end))).toString();
    }

    static String sentence(@Nullable String text) {
        String prose = prose(text);
        return prose.endsWith(".") ? prose : prose + ".";
    }

    private static String escape(String text) {
        return text.replace("<", "&lt;").replace("*", "\\*");
    }

    static String link(String heading) {
        return "[" + heading + "](#" + place(heading) + ")";
    }

    /** Under what a heading of the document is found. */
    static String place(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(' ', '-').replaceAll("[.,:]", "");
    }

    /** Types, defaults, arguments, keys and index definitions, without what only a machine needs. */
    static String sql(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String plain = CAST.matcher(text)
                .replaceAll("")
                .replace("timestamp with time zone", "timestamptz")
                .replace("timestamp without time zone", "timestamp")
                .replace("character varying", "varchar")
                .replace(" DEFAULT ", " = ")
                .replace("\"left\"(", "left(");
        return KEYWORD.matcher(plain).replaceAll(keyword -> keyword.group().toLowerCase(Locale.ROOT));
    }
}
