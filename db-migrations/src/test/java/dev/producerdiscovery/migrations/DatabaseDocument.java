package dev.producerdiscovery.migrations;

import java.util.List;

/** docs/database.md: what people wrote, down to a mark, and then what the database says about itself. */
final class DatabaseDocument {

    /** What is above it stays as it is. */
    static final String MARK =
            "<!-- Generated from the database from here on: change its comments, not this text. -->\n";

    private final Database database;

    DatabaseDocument(Database database) {
        this.database = database;
    }

    static String writtenByHand(String document) {
        int mark = document.indexOf(MARK);
        if (mark < 0) {
            throw new IllegalStateException("the document has lost the line " + MARK);
        }
        return document.substring(0, mark);
    }

    /** The document as it should be, with the part that people wrote taken from {@code document}. */
    String renew(String document) {
        List<DatabaseDocumentSource> sources = DatabaseDocumentSource.all();
        DatabaseDocumentRights rights = new DatabaseDocumentRights(database);
        return writtenByHand(document) + MARK + """

                ## Roles

                Each role includes the one before it. Nobody else, and nobody by default, may do anything; the owner may do
                everything.

                """ + rights.roles() + """
                ## Tables

                """
                + new DatabaseDocumentTables(database, rights).render(sources) + """
                ## Views

                """
                + new DatabaseDocumentViews(database, rights).render() + """
                ## Functions

                After the signature stands the least role that may execute the function; the roles above it may, too.

                """
                + new DatabaseDocumentFunctions(database).render(sources);
    }
}
