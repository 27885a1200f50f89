package dev.producerdiscovery.catalog.producers;

import dev.producerdiscovery.matching.role.Role;
import java.util.Arrays;
import java.util.List;

/** The roles a credit can have, as the database names them, those that make somebody a song's producer first. */
final class CreditRoles {

    static final List<String> PRODUCING = Role.producing();
    static final List<String> ALL =
            Arrays.stream(Role.values()).map(Role::label).toList();
    /** What a caller writes to ask for every role. */
    static final String ANY = "any";

    private CreditRoles() {}
}
