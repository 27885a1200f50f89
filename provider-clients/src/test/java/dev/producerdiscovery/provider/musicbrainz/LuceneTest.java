package dev.producerdiscovery.provider.musicbrainz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Hollow Lake         | Hollow Lake",
                "+44                 | \\+44",
                "Vesper/Marsh (duo)? | Vesper\\/Marsh \\(duo\\)\\?",
                "!!!                 | \\!\\!\\!",
                "AC-Tide: \"Live\"    | AC\\-Tide\\: \\\"Live\\\"",
                "Tide AND Time       | Tide and Time",
                "NOT Now             | not Now",
                "ORchard ANDante     | ORchard ANDante",
                "back\\slash          | back\\\\slash",
                "Æther ~ Øst         | Æther \\~ Øst"
            })
    void a_name_gives_the_search_no_orders(String name, String words) {
        assertThat(Lucene.words(name)).isEqualTo(words);
    }
}
