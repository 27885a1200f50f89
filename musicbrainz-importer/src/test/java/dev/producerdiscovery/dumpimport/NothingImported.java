package dev.producerdiscovery.dumpimport;

import dev.producerdiscovery.backend.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of an import into a database without any dump. */
abstract class NothingImported {

    static final Importer IMPORTER = new Importer(TestDatabase.fresh());

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void noDump() {
        IMPORTER.execute("truncate musicbrainz_dumps, musicbrainz_dump_entries, musicbrainz_dump_keys");
    }

    int run(byte[] dump) {
        return IMPORTER.run(Archive.write(folder.resolve("dump"), dump));
    }
}
