package dev.producerdiscovery.simulator.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides who made an act's recordings and which source tells it. Sources overlap, complete each other, or keep silent;
 * they never contradict each other, so that the truth is what they say together.
 */
final class CreditSheet {

    private final Scene scene;
    private final Act act;
    private final List<Contributor> house;

    CreditSheet(Scene scene, Act act, Dice dice) {
        this.scene = scene;
        this.act = act;
        this.house = dice.some(scene.crew().producers(), dice.between(4, 6));
    }

    List<Credit> original(Dice dice) {
        Set<Source> tellers = tellers(dice);
        List<Credit> credits = new ArrayList<>();
        if (!tellers.isEmpty()) {
            List<Contributor> makers = makers(dice);
            credits.add(credit(makers.getFirst(), Role.PRODUCER, withDiscogs(tellers, dice), dice));
            makers.stream()
                    .skip(1)
                    .forEach(maker -> credits.add(credit(maker, lesserRole(dice), some(tellers, dice), dice)));
            desk(dice).forEach(credit -> credits.add(credit(credit.who(), credit.role(), some(tellers, dice), dice)));
        }
        Set<Source> writing = tellers.isEmpty() && dice.chance(0.4) ? known() : tellers;
        if (!writing.isEmpty()) {
            writers(dice).forEach(credit -> credits.add(credit(credit.who(), credit.role(), writing, dice)));
        }
        return List.copyOf(credits);
    }

    /** The remixer is the producer of what he makes of it. */
    List<Credit> remix(Contributor remixer, Dice dice) {
        Set<Source> tellers = some(known(), dice);
        return List.of(credit(remixer, Role.REMIXER, tellers, dice), credit(remixer, Role.PRODUCER, tellers, dice));
    }

    Contributor remixer(Dice dice) {
        return dice.pick(others());
    }

    List<Credit> acoustic(Dice dice) {
        return List.of(credit(dice.pick(others()), Role.PRODUCER, some(known(), dice), dice));
    }

    List<Credit> cover(Dice dice) {
        return List.of(credit(dice.pick(scene.crew().copyists()), Role.PRODUCER, EnumSet.allOf(Source.class), dice));
    }

    /** For a whole release, as MusicBrainz gives it where nobody knows the single tracks. */
    List<Credit> release(Role role, Dice dice) {
        if (act.who().ids().mbid() == null) {
            return List.of();
        }
        List<Contributor> candidates = role == Role.EXECUTIVE ? scene.crew().executives() : others();
        return List.of(new Credit(dice.pick(candidates), role, "", EnumSet.of(Source.MUSICBRAINZ)));
    }

    private List<Contributor> others() {
        return scene.crew().producers().stream()
                .filter(producer -> !house.contains(producer))
                .toList();
    }

    private List<Contributor> makers(Dice dice) {
        int count = dice.pick(List.of(1, 1, 1, 2, 2, 3));
        List<Contributor> makers = new ArrayList<>(
                dice.some(dice.chance(0.8) ? house : scene.crew().producers(), count));
        if (Slot.of(act) == Slot.SELF_PRODUCED && dice.chance(0.8)) {
            makers.addFirst(act.who());
        }
        return makers;
    }

    private static Role lesserRole(Dice dice) {
        return dice.pick(List.of(
                Role.PRODUCER,
                Role.PRODUCER,
                Role.PRODUCER,
                Role.CO_PRODUCER,
                Role.CO_PRODUCER,
                Role.ADDITIONAL,
                Role.VOCAL_PRODUCER,
                Role.PROGRAMMER));
    }

    private record Part(Contributor who, Role role) {}

    private Stream<Part> desk(Dice dice) {
        List<Contributor> people = dice.some(scene.crew().desk(), 2);
        return Stream.of(new Part(people.get(0), Role.MIXER), new Part(people.get(1), Role.ENGINEER))
                .filter(part -> dice.chance(0.6));
    }

    private Stream<Part> writers(Dice dice) {
        List<Contributor> people = dice.some(scene.crew().writers(), 2);
        boolean split = dice.chance(0.3);
        return Stream.of(
                new Part(act.who(), split ? Role.LYRICIST : Role.WRITER),
                new Part(people.getFirst(), split ? Role.COMPOSER : Role.WRITER));
    }

    /** Who tells about the next song; empty for songs that nobody credits. */
    private Set<Source> tellers(Dice dice) {
        Set<Source> known = known();
        double roll = dice.fraction();
        if (roll < 0.07) {
            return EnumSet.noneOf(Source.class);
        }
        if (known.size() < 2 || roll < 0.55) {
            return known;
        }
        return EnumSet.of(roll < 0.8 ? Source.GENIUS : Source.MUSICBRAINZ);
    }

    private Set<Source> known() {
        Set<Source> known = EnumSet.noneOf(Source.class);
        if (act.who().ids().mbid() != null) {
            known.add(Source.MUSICBRAINZ);
        }
        if (act.who().ids().genius() != null) {
            known.add(Source.GENIUS);
        }
        return known;
    }

    private static Set<Source> some(Set<Source> tellers, Dice dice) {
        return tellers.size() < 2 || dice.chance(0.6)
                ? tellers
                : EnumSet.of(dice.pick(List.copyOf(EnumSet.copyOf(tellers))));
    }

    private static Set<Source> withDiscogs(Set<Source> tellers, Dice dice) {
        Set<Source> all = EnumSet.copyOf(tellers);
        if (dice.chance(0.4)) {
            all.add(Source.DISCOGS);
        }
        return all;
    }

    private static Credit credit(Contributor who, Role role, Set<Source> tellers, Dice dice) {
        List<String> aliases = who.names().aliases();
        return new Credit(who, role, !aliases.isEmpty() && dice.chance(0.4) ? aliases.getFirst() : "", tellers);
    }
}
