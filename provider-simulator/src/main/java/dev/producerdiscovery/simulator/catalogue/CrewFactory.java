package dev.producerdiscovery.simulator.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Invents a scene's people, with the troubles that names give: nicknames in quotes, artists' names beside civil ones,
 * other scripts, accents that one source leaves out, suffixes, two people of one name, collectives.
 */
final class CrewFactory {

    private static final int PRODUCERS = 40;

    private final NameMaker names;

    CrewFactory(NameMaker names) {
        this.names = names;
    }

    Crew crew(Dice dice, Serials serials, int scene) {
        ContributorFactory contributors = new ContributorFactory(dice.at("identity"), serials, "scene-" + scene);
        List<Contributor> producers = producers(dice.at("producers"), contributors);
        Function<String, List<Contributor>> few = part -> people(dice.at(part), contributors, part);
        return new Crew(
                producers,
                few.apply("desk"),
                few.apply("writer"),
                few.apply("executive"),
                few.apply("copyist"),
                List.of(contributors.pageOnly("Genius " + names.surname(dice.at("translator")) + "ian Translations")));
    }

    private List<Contributor> people(Dice dice, ContributorFactory contributors, String part) {
        int count = switch (part) {
            case "desk" -> 14;
            case "writer" -> 12;
            default -> 4;
        };
        return IntStream.range(0, count)
                .mapToObj(i -> contributors.person(part + "-" + i, Names.plain(names.person(dice)), ""))
                .toList();
    }

    private List<Contributor> producers(Dice dice, ContributorFactory contributors) {
        List<Contributor> producers = new ArrayList<>();
        @Nullable String shared = null;
        for (int i = 0; i < PRODUCERS; i++) {
            String key = "producer-" + i;
            switch (i) {
                case 3 -> {
                    shared = names.person(dice);
                    producers.add(contributors.namesake(key, Names.plain(shared), "hip hop producer"));
                }
                case 4 ->
                    producers.add(contributors.namesake(key, second(String.valueOf(shared)), "house producer, DJ"));
                case 5 -> producers.add(contributors.collective(key, names.band(dice), producers.subList(0, 2)));
                default -> producers.add(contributors.person(key, styled(i, dice), ""));
            }
        }
        return List.copyOf(producers);
    }

    /** Who came second to a name is told apart at Genius and Discogs by what is added to it. */
    private static Names second(String name) {
        return new Names(name, Names.sorted(name), List.of(), name + " (Producer)", name + " (2)");
    }

    private Names styled(int i, Dice dice) {
        return switch (i % 8) {
            case 1 -> artistName(names.person(dice), names.moniker(dice));
            case 2 -> nickname(names.person(dice), dice.pick(Vocabulary.NICKNAMES));
            case 6 -> accented(names.accentedPerson(dice));
            case 7 -> i % 16 == 7 ? otherScript(names.kana(dice)) : Names.plain(names.moniker(dice));
            default -> Names.plain(names.person(dice));
        };
    }

    private static Names artistName(String civil, String moniker) {
        return new Names(civil, Names.sorted(civil), List.of(moniker), moniker, moniker);
    }

    private static Names nickname(String name, String nickname) {
        int space = name.indexOf(' ');
        String quoted = name.substring(0, space) + " \"" + nickname + "\"" + name.substring(space);
        return new Names(name, Names.sorted(name), List.of(quoted), quoted, name);
    }

    private static Names accented(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return new Names(name, Names.sorted(name), List.of(), plain, name);
    }

    private static Names otherScript(String kana) {
        String latin = NameMaker.romanised(kana);
        return new Names(kana, latin, List.of(latin), latin, latin);
    }
}
