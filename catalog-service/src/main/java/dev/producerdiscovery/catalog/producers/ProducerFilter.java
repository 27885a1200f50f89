package dev.producerdiscovery.catalog.producers;

import dev.producerdiscovery.catalog.SearchTerm;
import dev.producerdiscovery.web.InvalidField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks for; whatever is absent is not asked.
 *
 * @param q part of a name or alias, misspelt or not
 * @param role any of these roles; absent means those that produce, {@code any} means every role
 * @param source a source that names the person
 * @param verification how sure the credits are, {@code several sources} for two or more
 * @param contact whether an e-mail address or Instagram handle is known
 * @param artist only what was made for this artist
 * @param sort absent means best match first, or most songs first without a term
 */
record ProducerFilter(
        @Nullable String q,
        @Nullable List<String> role,
        @Nullable String source,
        @Nullable String verification,
        @Nullable Boolean contact,
        @Nullable UUID artist,
        @Nullable String sort) {

    static final List<String> SORTS = List.of("relevance", "songs", "artists", "popularity", "confidence", "name");
    static final List<String> VERIFICATIONS = List.of("single source", "several sources", "by a person", "disputed");

    ProducerFilter {
        q = stripped("q", q);
        source = stripped("source", source);
        verification = stripped("verification", verification);
        sort = stripped("sort", sort);
        role = role == null
                ? null
                : role.stream().filter(name -> !name.isBlank()).distinct().toList();
        if (role != null
                && !role.stream().allMatch(name -> name.equals(CreditRoles.ANY) || CreditRoles.ALL.contains(name))) {
            throw new InvalidField("role", "must be any or one of " + String.join(", ", CreditRoles.ALL));
        }
        if (verification != null && !VERIFICATIONS.contains(verification)) {
            throw new InvalidField("verification", "must be one of " + String.join(", ", VERIFICATIONS));
        }
        if (sort != null && !SORTS.contains(sort)) {
            throw new InvalidField("sort", "must be one of " + String.join(", ", SORTS));
        }
    }

    static ProducerFilter ofArtist(UUID artist) {
        return new ProducerFilter(null, null, null, null, null, artist, null);
    }

    /** Null stands for every role. */
    @Nullable
    List<String> roles() {
        if (role == null || role.isEmpty()) {
            return CreditRoles.PRODUCING;
        }
        return role.contains(CreditRoles.ANY) ? null : role;
    }

    /** Blank counts as absent, because a form sends its empty fields too. */
    private static @Nullable String stripped(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return SearchTerm.of(field, value);
    }
}
