package dev.producerdiscovery.dumpimport;

import dev.producerdiscovery.dumpimport.entry.BrokenLineException;
import dev.producerdiscovery.dumpimport.entry.EntryReader;
import dev.producerdiscovery.dumpimport.file.Dump;
import dev.producerdiscovery.dumpimport.file.ImportException;
import dev.producerdiscovery.dumpimport.file.Lines;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Brings one dump into the database. What is read and that it is read are stored together, so an import that ends at any
 * instant goes on from there when it is started again. Used by one thread.
 */
final class DumpImport {

    private static final Logger log = LoggerFactory.getLogger(DumpImport.class);

    /** Nobody reads more, and a dump that is broken throughout must not fill the disk with complaints. */
    private static final int BROKEN_LINES_TOLD = 20;

    /** A file of which none of so many lines can be read is no dump. */
    private static final int BROKEN_FROM_THE_START = 100;

    /** A dump of which more cannot be read has a form that we do not know, or is damaged. */
    private static final int BROKEN_PERCENT = 1;

    private final Dump dump;
    private final DumpStore store;
    private final Progress progress;
    private final EntryReader reader;
    private Checkpoint stored;
    private Batch batch = new Batch();

    DumpImport(Dump dump, DumpStore store, Progress progress) {
        this.dump = dump;
        this.store = store;
        this.progress = progress;
        this.reader = EntryReader.of(dump.header().kind());
        this.stored = store.begin(dump.header());
    }

    /**
     * Reads to the end.
     *
     * @throws ImportException when it cannot go on
     * @throws IOException when the file ends before its end, or cannot be read
     */
    void run() throws IOException {
        if (stored.inUse()) {
            log.info("This dump is in use already: nothing to do");
            forgetOutdated();
            return;
        }
        Lines lines = dump.lines();
        goOn(lines);
        while (lines.next()) {
            read(lines);
            if (batch.isFull()) {
                save(lines);
            }
        }
        dump.finish();
        save(lines);
        if (stored.kept() == 0) {
            throw new ImportException(
                    "None of its %,d lines says anything of use: it does not take the place of what is in use"
                            .formatted(stored.lines()));
        }
        if (stored.broken() * 100 > stored.lines() * BROKEN_PERCENT) {
            throw new ImportException(
                    "%,d of its %,d lines could not be read, more than %d %%: it does not take the place of what is in use"
                            .formatted(stored.broken(), stored.lines(), BROKEN_PERCENT));
        }
        store.complete(stored);
        log.info("Complete and in use: {}", progress.summary(stored.lines(), stored.kept(), stored.broken()));
        if (stored.broken() > 0) {
            log.warn("{} lines could not be read and are left out", stored.broken());
        }
        forgetOutdated();
    }

    private void goOn(Lines lines) throws IOException {
        if (stored.lines() > 0) {
            log.info("Goes on after line {}, where an earlier import ended", "%,d".formatted(stored.lines()));
            try {
                lines.skipTo(stored.lines(), stored.bytes(), () -> progress.skipping(stored.lines()));
            } catch (EOFException e) {
                throw new ImportException(
                        "The file ends before line %,d, to which it was read before: is it whole?"
                                .formatted(stored.lines()),
                        e);
            }
        }
        progress.begin(stored.lines());
    }

    private void read(Lines lines) {
        batch.line();
        try {
            reader.read(lines.line()).ifPresent(batch::add);
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            leaveOut(lines.number(), e.getOriginalMessage());
        } catch (BrokenLineException e) {
            leaveOut(lines.number(), e.getMessage());
        }
        progress.line(lines.number(), stored.kept(), brokenLines());
    }

    private void leaveOut(long line, @Nullable String reason) {
        batch.broken();
        if (brokenLines() <= BROKEN_LINES_TOLD) {
            log.warn("Line {} is left out: {}", "%,d".formatted(line), reason);
        }
        if (brokenLines() >= BROKEN_FROM_THE_START && brokenLines() == line) {
            throw new ImportException("None of the first %,d lines could be read: is this a dump of %ss?"
                    .formatted(line, dump.header().kind().id()));
        }
    }

    private long brokenLines() {
        return stored.broken() + batch.brokenLines();
    }

    private void save(Lines lines) throws IOException {
        if (!batch.isEmpty()) {
            stored = store.store(stored, batch, lines.bytes());
            batch = new Batch();
        }
    }

    private void forgetOutdated() {
        while (store.forget()) {
            progress.line(stored.lines(), stored.kept(), stored.broken());
        }
    }
}
