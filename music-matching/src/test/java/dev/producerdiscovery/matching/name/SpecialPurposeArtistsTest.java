package dev.producerdiscovery.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpecialPurposeArtistsTest {

    @Test
    void an_entry_that_stands_for_nobody_is_known_by_its_id() {
        assertThat(SpecialPurposeArtists.include("125ec42a-7229-4250-afc5-e057484327fe"))
                .isTrue();
        assertThat(SpecialPurposeArtists.include("125EC42A-7229-4250-AFC5-E057484327FE"))
                .isTrue();
    }

    @Test
    void anybody_else_is_somebody() {
        assertThat(SpecialPurposeArtists.include("00000000-0000-4000-8000-000000000001"))
                .isFalse();
        assertThat(SpecialPurposeArtists.include("[unknown]")).isFalse();
    }
}
