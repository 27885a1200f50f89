package dev.producerdiscovery.simulator.catalogue;

import dev.producerdiscovery.simulator.catalogue.Act.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Invents the acts of a scene: those with music of their own, their namesakes, their copies, their guests. */
final class ActFactory {

    private static final int GUESTS = 3;

    private final NameMaker names;

    ActFactory(NameMaker names) {
        this.names = names;
    }

    static Act various() {
        Contributor nobody = new Contributor(
                "various",
                Contributor.Kind.GROUP,
                Names.plain(Catalogue.VARIOUS_ARTISTS),
                new ProviderIds("89ad4ac3-39f7-470e-963a-56509c546377", null, 194L, Set.of()),
                "add compilations to this artist",
                new Profile(null, Set.of(), Profile.Account.GONE, null, "", false),
                List.of());
        return new Act(-1, Catalogue.VARIOUS_ARTISTS_ID, nobody, Kind.VARIOUS, List.of(), 0, 0, false);
    }

    List<Act> guests(Dice dice, Serials serials, int scene) {
        ContributorFactory contributors = new ContributorFactory(dice, serials, "scene-" + scene);
        return IntStream.range(0, GUESTS)
                .mapToObj(i -> {
                    Names name = Names.plain(names.person(dice));
                    Contributor who = contributors.act("guest-" + i, Contributor.Kind.PERSON, name, "", true, true);
                    return act(-1, who, Kind.GUEST, dice.at("guest", i));
                })
                .toList();
    }

    /** The act with this number first, then those who share or borrow its name. */
    List<Act> acts(int number, Dice dice, Serials serials) {
        ContributorFactory contributors = new ContributorFactory(dice, serials, "act-" + number);
        Slot slot = Slot.of(number);
        boolean musicBrainz = slot != Slot.NOT_AT_MUSICBRAINZ;
        boolean genius = slot != Slot.NOT_AT_GENIUS;
        Names named = number == 0 ? Names.plain(Catalogue.EXAMPLE_ARTIST) : invent(slot, dice.at("name"));
        List<Act> acts = new ArrayList<>();
        acts.add(act(
                number,
                contributors.act("self", kind(slot), named, "", musicBrainz, genius),
                Kind.ARTIST,
                dice.at("self")));
        if (slot == Slot.NAMESAKE) {
            Names same = new Names(
                    named.name(), named.sortName(), List.of(), named.name() + " (Band)", named.name() + " (2)");
            Contributor other = contributors.act("namesake", Contributor.Kind.GROUP, same, "another act", true, true);
            acts.add(act(number, other, Kind.NAMESAKE, dice.at("namesake")));
        }
        if (slot.copied()) {
            tributes(number, named.name()).forEach(name -> {
                Contributor copy =
                        contributors.act(name, Contributor.Kind.GROUP, Names.plain(name), "tribute act", true, true);
                acts.add(act(number, copy, Kind.TRIBUTE, dice.at(name)));
            });
        }
        return List.copyOf(acts);
    }

    private static List<String> tributes(int number, String name) {
        String band = name + " Tribute Band";
        return number == 0 ? List.of(band, "Karaoke Stars: " + name) : List.of(band);
    }

    private static Contributor.Kind kind(Slot slot) {
        return switch (slot) {
            case DUO, JOINT_ALBUM, ORCHESTRA, NOT_AT_MUSICBRAINZ -> Contributor.Kind.GROUP;
            default -> Contributor.Kind.PERSON;
        };
    }

    private Names invent(Slot slot, Dice dice) {
        return switch (slot) {
            case HEADLINER, SELF_PRODUCED -> Names.plain(names.person(dice));
            case NAMESAKE -> Names.plain(names.once(() -> names.surname(dice)));
            case OTHER_SCRIPT -> otherScript(dice);
            case ACCENTED -> Names.plain(names.accentedPerson(dice));
            case DUO -> Names.plain(names.once(() -> names.surname(dice) + " & " + names.surname(dice)));
            case JOINT_ALBUM -> Names.plain(names.band(dice));
            case NOT_AT_MUSICBRAINZ ->
                Names.plain(names.once(() -> dice.pick(Vocabulary.ADJECTIVES) + ", " + names.surname(dice) + " & the "
                        + dice.pick(Vocabulary.NOUNS) + "s"));
            case STYLISED -> Names.plain(names.once(() -> stylised(names.moniker(dice))));
            case NOT_AT_GENIUS ->
                Names.plain(names.once(() -> names.surname(dice) + "'s " + dice.pick(Vocabulary.NOUNS)));
            case DISC_JOCKEY -> Names.plain(names.once(() -> "DJ " + names.surname(dice)));
            case ORCHESTRA ->
                Names.plain(names.once(() ->
                        "Orchestra of " + dice.pick(Vocabulary.ADJECTIVES) + " " + dice.pick(Vocabulary.NOUNS) + "s"));
        };
    }

    private Names otherScript(Dice dice) {
        String name = dice.chance(0.5) ? names.cyrillicPerson(dice) : names.greekPerson(dice);
        return Names.plain(name);
    }

    private static String stylised(String moniker) {
        return moniker.toUpperCase(Locale.ROOT).replace('O', 'Ø').replace('S', '$') + "!";
    }

    private static Act act(int number, Contributor who, Kind kind, Dice dice) {
        boolean known = kind == Kind.ARTIST || kind == Kind.NAMESAKE;
        return new Act(
                number,
                Ids.spotify(dice),
                who,
                kind,
                known ? dice.some(Vocabulary.GENRES, dice.between(1, 3)) : List.of(),
                known ? dice.between(55, 75) : dice.between(5, 20),
                known ? dice.between(200_000, 260_000) : dice.between(0, 900),
                known || dice.chance(0.5));
    }
}
