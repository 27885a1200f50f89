package dev.producerdiscovery.musicbrainz.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.provider.musicbrainz.MbArtistRef;
import dev.producerdiscovery.provider.musicbrainz.MbMedium;
import dev.producerdiscovery.provider.musicbrainz.MbRecording;
import dev.producerdiscovery.provider.musicbrainz.MbRelation;
import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import dev.producerdiscovery.provider.musicbrainz.MbTrack;
import dev.producerdiscovery.provider.musicbrainz.MbWork;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetReaderTest {

    @Test
    void attributes_make_other_roles_of_a_producer() {
        assertThat(credits(
                        producer("Ada Krol"),
                        producer("Lev Marsh", "co"),
                        producer("Mara Quist", "executive"),
                        producer("Otto Vane", "additional")))
                .containsExactly(
                        "Ada Krol: producer",
                        "Lev Marsh: co-producer",
                        "Mara Quist: executive",
                        "Otto Vane: additional");
    }

    @Test
    void players_and_singers_are_left_out() {
        assertThat(credits(artist("vocal", "Ada Krol", null), artist("mix", "Lev Marsh", null)))
                .containsExactly("Lev Marsh: mixer");
    }

    @Test
    void writers_come_from_the_work() {
        MbWork work = new MbWork("w1", "Harbour Lights", List.of(artist("composer", "Ada Krol", null)));
        MbRelation performance =
                new MbRelation("performance", null, List.of(), Map.of(), false, null, null, work, null);

        assertThat(credits(performance)).containsExactly("Ada Krol: composer");
    }

    @Test
    void a_name_printed_for_this_credit_is_kept_beside_the_persons_own() {
        SheetCredit credit = sheet(List.of(artist("producer", "Ada Krol", "Kaboom")), List.of())
                .getFirst()
                .credits()
                .getFirst();

        assertThat(credit.personName()).isEqualTo("Ada Krol");
        assertThat(credit.printedName()).isEqualTo("Kaboom");
    }

    @Test
    void what_is_said_of_the_whole_release_is_less_certain_for_a_track() {
        SheetCredit credit = sheet(List.of(), List.of(producer("Ada Krol")))
                .getFirst()
                .credits()
                .getFirst();

        assertThat(credit.scope().certainty()).isLessThan(SheetCredit.Scope.RECORDING.certainty());
    }

    private static List<String> credits(MbRelation... relations) {
        return sheet(List.of(relations), List.of()).getFirst().credits().stream()
                .map(credit -> credit.personName() + ": " + credit.role().label())
                .toList();
    }

    private static List<SheetTrack> sheet(List<MbRelation> ofRecording, List<MbRelation> ofRelease) {
        MbRecording recording =
                new MbRecording("r1", "Harbour Lights", null, 200_000, false, List.of("XX1"), List.of(), ofRecording);
        MbTrack track = new MbTrack(1, "Harbour Lights", 200_000, recording);
        return SheetReader.read(new MbRelease(
                "rel",
                "First Light",
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                List.of(),
                List.of(new MbMedium(1, List.of(track))),
                ofRelease));
    }

    private static MbRelation producer(String name, String... attributes) {
        return new MbRelation("producer", null, List.of(attributes), Map.of(), false, null, person(name), null, null);
    }

    private static MbRelation artist(String type, String name, @Nullable String credited) {
        return new MbRelation(type, null, List.of(), Map.of(), false, credited, person(name), null, null);
    }

    private static MbArtistRef person(String name) {
        return new MbArtistRef("id of " + name, name, null, null, "Person");
    }
}
