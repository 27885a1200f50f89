package dev.producerdiscovery.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One statement of the SQL console cookbook.
 *
 * @param title the heading under which it stands
 */
record CookbookRecipe(String title, String sql) {

    private static final Pattern HEADING_OR_BLOCK =
            Pattern.compile("^### ([^\n]+)$|^```sql\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** All of them, in the order in which they are written down. */
    static List<CookbookRecipe> all() {
        try {
            return in(DatabaseDocument.writtenByHand(Files.readString(Path.of("..", "docs", "database.md"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CookbookRecipe> in(String document) {
        List<CookbookRecipe> recipes = new ArrayList<>();
        String title = "";
        var parts = HEADING_OR_BLOCK.matcher(document);
        while (parts.find()) {
            if (parts.group(1) != null) {
                title = parts.group(1);
            } else {
                for (String statement : statements(parts.group(2))) {
                    recipes.add(new CookbookRecipe(title, statement));
                }
            }
        }
        return recipes;
    }

    private static List<String> statements(String block) {
        return Stream.of(block.split(";\\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** How a failing test is named. */
    @Override
    public String toString() {
        return title + ": " + sql.lines().findFirst().orElse("");
    }
}
