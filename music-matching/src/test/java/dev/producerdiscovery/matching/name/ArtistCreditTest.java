package dev.producerdiscovery.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtistCreditTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rook & the Wrens",
                "Fern, Moss & Stone",
                "Velk/Orro",
                "9/4",
                "1,000 Lamps",
                "Marrow + the Tide",
                "Ilse and Her Orchestra",
                "Q(a/b)X",
                "The Feat",
                "Dorn & Lisbet",
                "Corin Vale, Jr."
            })
    void a_line_that_may_be_one_name_stays_one_name(String line) {
        assertThat(ArtistCredit.split(line).artists()).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Orla Venn, Tobin Quill             | Orla Venn; Tobin Quill
                    Orla Venn x Tobin Quill            | Orla Venn; Tobin Quill
                    Orla Venn vs. Tobin Quill          | Orla Venn; Tobin Quill
                    Orla Venn with Tobin Quill         | Orla Venn; Tobin Quill
                    Orla Venn b2b Quill                | Orla Venn; Quill
                    Orla Venn/Tobin Quill              | Orla Venn; Tobin Quill
                    Orla Venn, Tobin Quill, & Moss     | Orla Venn; Tobin Quill; Moss
                    Orla (2) & Tobin (5)               | Orla; Tobin
                    ID & Orla                          | Orla
                    Órla & Orla                        | Órla
                    星野、白川                         | 星野; 白川
                    """)
    void joiners_of_separate_acts_separate(String line, String names) {
        assertThat(ArtistCredit.split(line).artists()).containsExactly(names.split("; "));
    }

    @Test
    void guests_are_kept_apart_and_make_the_joiners_of_the_others_plain() {
        ArtistCredit credit = ArtistCredit.split("Dorn & Lisbet feat. Orla Venn, X Harbour & Quill");

        assertThat(credit.artists()).containsExactly("Dorn", "Lisbet");
        assertThat(credit.featured()).containsExactly("Orla Venn", "X Harbour", "Quill");
        assertThat(credit.everyone()).hasSize(5);
    }

    @Test
    void a_known_name_is_never_cut_and_settles_the_rest() {
        List<String> known = List.of("Dorn & Lisbet", "VE/LK", "Someone feat. Else");

        assertThat(ArtistCredit.split("Marlo & DORN & Lisbet", known).artists())
                .containsExactly("Marlo", "DORN & Lisbet");
        assertThat(ArtistCredit.split("VE/LK/Orro", known).artists()).containsExactly("VE/LK", "Orro");
        assertThat(ArtistCredit.split("Marlo feat. Someone feat. Else", known).featured())
                .containsExactly("Someone feat. Else");
        assertThat(ArtistCredit.split("Dorn & Lisbeth", known).artists()).containsExactly("Dorn", "Lisbeth");
    }

    @Test
    void recording_places_are_no_artists() {
        ArtistCredit credit = ArtistCredit.split("Greywater Studios (Marle, OH)");

        assertThat(credit.artists()).isEmpty();
        assertThat(credit.places()).containsExactly("Greywater Studios (Marle, OH)");
    }

    @Test
    void a_blank_line_credits_nobody() {
        assertThat(ArtistCredit.split("  ").everyone()).isEmpty();
    }
}
