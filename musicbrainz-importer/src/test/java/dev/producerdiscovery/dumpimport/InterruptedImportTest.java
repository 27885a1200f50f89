package dev.producerdiscovery.dumpimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InterruptedImportTest extends NothingImported {

    /** Several batches. */
    private static final int MANY = 500;

    @Test
    void a_file_that_ends_too_early_is_no_whole_dump_and_is_gone_on_with_when_it_is() {
        byte[] whole = Archive.of("release", InventedReleases.lines(MANY)).compressed("gz");

        assertThat(run(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(1);
        assertThat(IMPORTER.texts("select state from musicbrainz_dumps where lines > 0"))
                .containsExactly("loading");

        assertThat(run(whole)).isZero();
        assertThat(IMPORTER.texts("select concat_ws(' ', state, lines) from musicbrainz_dumps"))
                .containsExactly("in use " + MANY);
    }

    @Test
    void an_import_that_is_interrupted_again_and_again_ends_with_the_same() {
        byte[] dump = Archive.of("release", InventedReleases.lines(MANY)).tar();
        run(dump);
        String undisturbed = IMPORTER.contents();
        noDump();
        Random random = new Random(7);
        long readable = 0;

        int interruptions = 0;
        while (IMPORTER.run(new Failing(dump, readable)) != 0) {
            assertThat(++interruptions).isLessThan(100);
            readable += random.nextInt(dump.length / 8);
        }

        assertThat(interruptions).isGreaterThan(5);
        assertThat(IMPORTER.contents()).isEqualTo(undisturbed);
    }

    @Test
    void lines_are_not_gone_on_with_in_the_midst_of_one() {
        byte[] whole = Archive.of("release", InventedReleases.lines(MANY)).tar();
        IMPORTER.run(new Failing(whole, whole.length - 100_000));
        assertThat(IMPORTER.texts("select state from musicbrainz_dumps where lines > 0"))
                .containsExactly("loading");

        assertThat(run(Archive.of("release", InventedReleases.lines(MANY).substring(1))
                        .tar()))
                .isEqualTo(1);

        assertThat(IMPORTER.texts("select state from musicbrainz_dumps")).containsExactly("loading");
        assertThat(run(whole)).isZero();
    }

    /** A file on a disk that fails after some bytes. */
    private static final class Failing extends FilterInputStream {

        private long left;

        Failing(byte[] content, long readable) {
            super(new ByteArrayInputStream(content));
            left = readable;
        }

        @Override
        public int read() throws IOException {
            throw new IOException("read in blocks");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("the disk fails");
            }
            int read = super.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
