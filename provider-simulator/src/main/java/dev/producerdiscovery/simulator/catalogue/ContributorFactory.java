package dev.producerdiscovery.simulator.catalogue;

import dev.producerdiscovery.simulator.catalogue.Contributor.Kind;
import dev.producerdiscovery.simulator.catalogue.Profile.Account;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives names an identity: ids at the providers, links between them, ways to be reached. */
final class ContributorFactory {

    private static final Set<Source> ALL = Set.of(Source.values());

    private final Dice dice;
    private final Serials serials;
    private final String scene;

    ContributorFactory(Dice dice, Serials serials, String scene) {
        this.dice = dice;
        this.serials = serials;
        this.scene = scene;
    }

    Contributor person(String key, Names names, String disambiguation) {
        Dice own = dice.at(key);
        boolean oneName = names.genius().equals(names.name()) && names.discogs().equals(names.name());
        Set<Source> linked = oneName ? someLinks(own) : ALL;
        ProviderIds ids = new ProviderIds(Ids.mbid(own), serials.next(), serials.next(), linked);
        return contributor(key, Kind.PERSON, names, ids, disambiguation, List.of(), own);
    }

    /** Namesakes are always linked: without that nobody could tell them apart, and no answer would be right. */
    Contributor namesake(String key, Names names, String disambiguation) {
        Dice own = dice.at(key);
        ProviderIds ids = new ProviderIds(Ids.mbid(own), serials.next(), serials.next(), ALL);
        return contributor(key, Kind.PERSON, names, ids, disambiguation, List.of(), own);
    }

    Contributor collective(String key, String name, List<Contributor> members) {
        Dice own = dice.at(key);
        ProviderIds ids = new ProviderIds(Ids.mbid(own), serials.next(), serials.next(), ALL);
        return contributor(key, Kind.GROUP, Names.plain(name), ids, "", List.copyOf(members), own);
    }

    /** An act, which a source may not know at all. */
    Contributor act(String key, Kind kind, Names names, String disambiguation, boolean musicBrainz, boolean genius) {
        Dice own = dice.at(key);
        ProviderIds ids = new ProviderIds(
                musicBrainz ? Ids.mbid(own) : null, genius ? serials.next() : null, serials.next(), ALL);
        return contributor(key, kind, names, ids, disambiguation, List.of(), own);
    }

    /** Somebody who is only a name over pages at Genius. */
    Contributor pageOnly(String name) {
        return new Contributor(
                scene + "/" + name,
                Kind.GROUP,
                Names.plain(name),
                new ProviderIds(null, serials.next(), null, Set.of()),
                "",
                new Profile(null, Set.of(), Account.GONE, null, "", false),
                List.of());
    }

    private Contributor contributor(
            String key,
            Kind kind,
            Names names,
            ProviderIds ids,
            String disambiguation,
            List<Contributor> members,
            Dice own) {
        return new Contributor(scene + "/" + key, kind, names, ids, disambiguation, profile(names, ids, own), members);
    }

    private static Set<Source> someLinks(Dice own) {
        Set<Source> linked = EnumSet.noneOf(Source.class);
        for (Source source : List.of(Source.GENIUS, Source.DISCOGS)) {
            if (own.chance(0.6)) {
                linked.add(source);
            }
        }
        return linked;
    }

    private static Profile profile(Names names, ProviderIds ids, Dice own) {
        String handle = Ids.handle(names.genius(), "user" + ids.discogs());
        @Nullable String instagram = own.chance(0.75) ? handle : null;
        Set<Source> stated = EnumSet.noneOf(Source.class);
        if (instagram != null) {
            stated.add(own.pick(List.of(Source.values())));
            stated.add(own.pick(List.of(Source.values())));
        }
        Account account = own.pick(List.of(
                Account.PROFESSIONAL, Account.PROFESSIONAL, Account.PROFESSIONAL, Account.PERSONAL, Account.GONE));
        @Nullable String homepage = own.chance(0.4) ? "https://" + handle + ".example/" : null;
        return new Profile(instagram, stated, account, homepage, bio(names, handle, own), own.chance(0.8));
    }

    private static String bio(Names names, String handle, Dice own) {
        return switch (own.between(0, 3)) {
            case 0 -> names.genius() + " · beats & mixes · bookings: studio@" + handle + ".example";
            case 1 -> "Sound person. Works out of " + own.pick(Vocabulary.PLACES) + ".";
            case 2 ->
                "management: " + handle + "@" + own.pick(Vocabulary.PLACES).toLowerCase(Locale.ROOT) + ".example";
            default -> "";
        };
    }
}
