package dev.producerdiscovery.identification.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.producerdiscovery.matching.name.NameKey;
import dev.producerdiscovery.matching.name.PersonName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim in the shape that the database function {@code record_song_evidence} takes. */
record ClaimRow(
        String outcome,
        @JsonProperty("raw_name") @Nullable String rawName,
        @JsonProperty("person_name") @Nullable String personName,
        @JsonProperty("name_key") @Nullable String nameKey,
        @JsonProperty("raw_name_key") @Nullable String rawNameKey,
        @JsonProperty("raw_role") @Nullable String rawRole,
        @Nullable String role,
        @JsonProperty("source_person_id") @Nullable String sourcePersonId,
        @JsonProperty("source_song_id") @Nullable String sourceSongId,
        @JsonProperty("source_url") @Nullable String sourceUrl,
        @JsonProperty("match_kind") @Nullable String matchKind,
        @JsonProperty("match_strength") @Nullable Double matchStrength,
        @JsonProperty("ask_again_at") @Nullable Instant askAgainAt,
        List<Alias> aliases) {

    /** Another full spelling that the name itself states. */
    record Alias(String name, String key) {}

    static List<ClaimRow> of(Answer answer) {
        return switch (answer) {
            case Answer.Credited credited ->
                credited.credits().stream().map(ClaimRow::credited).toList();
            case Answer.NobodyNamed nobody -> List.of(empty("none_found", nobody.match(), nobody.askAgainAt()));
            case Answer.Ambiguous ambiguous -> List.of(empty("ambiguous", null, ambiguous.askAgainAt()));
        };
    }

    private static ClaimRow credited(Credit credit) {
        return new ClaimRow(
                "credited",
                credit.printedName(),
                credit.personName(),
                NameKey.of(credit.personName()),
                NameKey.of(credit.printedName()),
                credit.rawRole(),
                credit.role().label(),
                credit.personId(),
                credit.match().sourceSongId(),
                credit.match().url(),
                credit.match().kind(),
                credit.match().strength(),
                null,
                PersonName.parse(credit.personName()).aliases().stream()
                        .map(name -> new Alias(name, NameKey.of(name)))
                        .toList());
    }

    private static ClaimRow empty(String outcome, @Nullable Match match, Instant askAgainAt) {
        return new ClaimRow(
                outcome,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                match == null ? null : match.sourceSongId(),
                match == null ? null : match.url(),
                match == null ? null : match.kind(),
                match == null ? null : match.strength(),
                askAgainAt,
                List.of());
    }
}
