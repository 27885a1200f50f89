package dev.producerdiscovery.matching.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harbour Lights (feat. Orla Venn)", "Harbour Lights - 2011 Remaster", "Harbour Lights (Deluxe Edition)",
                "Harbour Lights [Explicit]", "Harbour Lights - Radio Edit", "Harbour Lights (prod. Quill)",
                "Harbour Lights (Official Video) | 4K", "Harbour Lights - 2015 - Remaster", "HARBOUR LIGHTS ft. Orla",
                "Harbour Lights (Album Version)", "Harbour Lights - Original Mix",
                        "Harbour Lights - From \"Some Film\"",
                "Harbour Lights (with Orla Venn) [Bonus Track]", "Harbour Lights.wav", "Harbour Lights (Extended Mix)",
                "Harbour Lights - Single Version", "Harbour Lights (Expanded and Remastered)"
            })
    void editions_guests_and_advertising_share_the_recording(String written) {
        assertThat(TitleParser.parse(written).recordingKey()).isEqualTo("harbour lights");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Harbour Lights (Quill Remix)                       | harbour lights [remix quill]
                    Harbour Lights - Quill remix                       | harbour lights [remix quill]
                    Harbour Lights (Quill Extended Remix)              | harbour lights [remix quill]
                    Harbour Lights - Remix by Quill feat. Orla         | harbour lights [remix quill]
                    Harbour Lights (Quill & Moss Rework)               | harbour lights [rework moss quill]
                    Harbour Lights - Live                              | harbour lights [live]
                    Harbour Lights (Live / Remastered)                 | harbour lights [live]
                    Harbour Lights - Live at the Arena, OH - May 1999  | harbour lights [live arena oh may 1999]
                    Harbour Lights [Acoustic Version]                  | harbour lights [acoustic]
                    Harbour Lights (Inst.)                             | harbour lights [instrumental]
                    Harbour Lights (Orla's Version)                    | harbour lights [version orlas]
                    Harbour Lights (Welsh Version)                     | harbour lights [version welsh]
                    Harbour Lights - Sped Up                           | harbour lights [spedUp]
                    Harbour Lights (Quill Edit)                        | harbour lights [edit quill]
                    Harbour Lights - Demo/Album Version                | harbour lights [demo]
                    Harbour Lights (Re-Recorded)                       | harbour lights [rerecording]
                    """)
    void a_version_that_was_made_anew_is_another_recording(String written, String key) {
        Title title = TitleParser.parse(written);
        assertThat(title.recordingKey()).isEqualTo(key);
        assertThat(title.songKey()).isEqualTo("harbour lights");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Live",
                "(Live)",
                "Live and Let Go",
                "Song (Live in the Moment)",
                "Cover Me",
                "Song (Cover Me)",
                "50,000 ft.",
                "Feat of Clay",
                "Stone (feat.)",
                "Stone (prod.)",
                "Too Close (With Love)",
                "Song (In the Mix)",
                "Limited Edition",
                "Song (From Now On)",
                "Audio",
                "Oxide (Rotation North)",
                "Song (Skit)",
                "+",
                "!!!",
                "夜"
            })
    void words_that_only_look_like_a_version_stay(String written) {
        Title title = TitleParser.parse(written);
        assertThat(title.song()).isEqualTo(written);
        assertThat(title.versions()).isEmpty();
        assertThat(title.recordingKey()).isNotEmpty();
    }

    @Test
    void people_in_a_title_are_found_once_each() {
        Title title =
                TitleParser.parse("Stone (feat. Orla Venn, X Harbour & Quill) [prod. by Moss & ORLA VENN] (ft. Quill)");

        assertThat(title.song()).isEqualTo("Stone");
        assertThat(title.featured()).containsExactly("Orla Venn", "X Harbour", "Quill");
        assertThat(title.producersNamed()).containsExactly("Moss", "ORLA VENN");
    }

    @Test
    void a_type_beat_credits_nobody() {
        assertThat(TitleParser.parse("Orla x Quill type beat 140 Fm").producersNamed())
                .isEmpty();
    }

    @Test
    void the_display_keeps_versions_and_drops_the_rest() {
        Title title = TitleParser.parse("Stone (feat. Orla) (Official Video) [Quill Remix] - Live / Remastered");

        assertThat(title.display()).isEqualTo("Stone [Quill Remix] - Live / Remastered");
        assertThat(title.display(version -> version.type() != VersionType.REMASTER))
                .isEqualTo("Stone [Quill Remix] - Live");
        assertThat(title.remixers()).containsExactly("Quill");
        assertThat(title.versionText()).isEqualTo("Quill Remix Live Remastered");
    }

    @Test
    void the_year_of_a_version_is_read() {
        assertThat(TitleParser.parse("Stone - Remastered 2011").versions())
                .singleElement()
                .satisfies(version -> assertThat(version.year()).isEqualTo(2011));
    }

    @Test
    void parts_are_songs_of_their_own_however_they_are_numbered() {
        assertThat(TitleParser.parse("Stone, Pt. 2").songKey())
                .isEqualTo(TitleParser.parse("Stone (Part II)").songKey());
        assertThat(TitleParser.parse("Stone, Pt. 2").songKey())
                .isNotEqualTo(TitleParser.parse("Stone, Pt. 1").songKey());
    }

    @Test
    void a_title_nobody_can_see_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TitleParser.parse(" \u200b"));
    }

    @Test
    void an_upload_line_is_read_as_artist_and_title() {
        CreditedTitle line =
                CreditedTitle.parse("03. Orla Venn ft. Moss [Prod. Quill] - Stone (feat. Moss & Orla Venn)");

        assertThat(line.artists()).containsExactly("Orla Venn");
        assertThat(line.featured()).containsExactly("Moss");
        assertThat(line.producers()).containsExactly("Quill");
        assertThat(line.title().song()).isEqualTo("Stone");
    }

    @Property(tries = 400)
    void every_visible_title_has_a_key_that_case_does_not_change(@ForAll("titles") String text) {
        Title title = TitleParser.parse(text + "x");
        assertThat(title.recordingKey()).isNotBlank();
        assertThat(TitleParser.parse((text + "x").toUpperCase(Locale.ROOT)).songKey())
                .isEqualTo(title.songKey());
    }

    @Provide
    Arbitrary<String> titles() {
        return Arbitraries.of(
                        "Stone",
                        "夜",
                        " - ",
                        "(",
                        ")",
                        "[",
                        "]",
                        "Live",
                        "remix",
                        "feat. ",
                        "2011",
                        " ",
                        "prod. by ",
                        "é",
                        "/",
                        "&",
                        "'",
                        "version",
                        "at",
                        "edit",
                        "1")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
