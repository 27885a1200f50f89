package dev.producerdiscovery.identification.genius;

import dev.producerdiscovery.identification.evidence.Credit;
import dev.producerdiscovery.identification.evidence.Match;
import dev.producerdiscovery.matching.name.Organisations;
import dev.producerdiscovery.matching.name.PersonName;
import dev.producerdiscovery.matching.role.CreditRole;
import dev.producerdiscovery.matching.role.CreditRole.Family;
import dev.producerdiscovery.matching.role.Roles;
import dev.producerdiscovery.matching.text.Folding;
import dev.producerdiscovery.provider.genius.GeniusArtistRef;
import dev.producerdiscovery.provider.genius.GeniusSong;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Takes from a page who made the song. Players, companies, places and people of the video are left out. */
final class PageCredits {

    private static final Set<Family> KEPT =
            Set.of(Family.PRODUCTION, Family.WRITING, Family.ENGINEERING, Family.ARRANGEMENT);

    /** What the community enters where nobody is known. */
    private static final Set<String> NOBODY =
            Set.of("no credit", "unknown", "unknown artist", "various artists", "traditional", "anonymous", "n a");

    private PageCredits() {}

    static List<Credit> of(GeniusSong page, Match match) {
        return Stream.of(
                        credits("Producer", page.producers(), match),
                        credits("Writer", page.writers(), match),
                        page.performances().stream().flatMap(entry -> credits(entry.label(), entry.artists(), match)))
                .flatMap(part -> part)
                .distinct()
                .toList();
    }

    private static Stream<Credit> credits(String label, Collection<GeniusArtistRef> artists, Match match) {
        CreditRole role = Roles.ofLabel(label);
        return KEPT.contains(role.family())
                ? artists.stream().filter(PageCredits::isSomebody).map(artist -> credit(artist, label, role, match))
                : Stream.empty();
    }

    private static Credit credit(GeniusArtistRef artist, String label, CreditRole role, Match match) {
        String name = PersonName.parse(artist.name()).display();
        return new Credit(artist.name(), name, label, role.role(), Long.toString(artist.id()), match);
    }

    private static boolean isSomebody(GeniusArtistRef artist) {
        return !Folding.key(artist.name()).isEmpty()
                && !Organisations.isCompany(artist.name())
                && !Organisations.isPlace(artist.name())
                && !NOBODY.contains(PersonName.parse(artist.name()).key());
    }
}
