package dev.producerdiscovery.identification.genius;

import static dev.producerdiscovery.identification.genius.Pages.credits;
import static dev.producerdiscovery.identification.genius.Pages.performance;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.evidence.Match;
import dev.producerdiscovery.provider.genius.GeniusSong;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageCreditsTest {

    @Test
    void labels_become_roles_and_stay_as_they_are_written() {
        assertThat(of(credits(
                        List.of("Ada Krol"),
                        performance("Additional Production", "Lev Marsh"),
                        performance("Mixing Engineer", "Mara Quist"))))
                .containsExactly(
                        "Ada Krol: producer (Producer)",
                        "Lev Marsh: additional (Additional Production)",
                        "Mara Quist: mixer (Mixing Engineer)");
    }

    @Test
    void companies_and_the_makers_of_the_video_credit_nobody() {
        assertThat(of(credits(
                        List.of(),
                        performance("Label", "Lantern Records"),
                        performance("Video Producer", "Ada Krol"),
                        performance("Background Vocals", "Lev Marsh"))))
                .isEmpty();
    }

    @Test
    void entries_that_stand_for_nobody_are_no_people() {
        assertThat(of(credits(List.of("No Credit", "Lantern Studios")))).isEmpty();
    }

    private static List<String> of(GeniusSong page) {
        return PageCredits.of(page, new Match("test", 0.9, "1", null)).stream()
                .map(credit -> "%s: %s (%s)"
                        .formatted(credit.personName(), credit.role().label(), credit.rawRole()))
                .toList();
    }
}
