package dev.producerdiscovery.monitor.deadletters;

import dev.producerdiscovery.web.InvalidField;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant: named ones, those with a reason, or expressly all.
 *
 * @param limit at most so many; absent means {@value #MOST}, which is also the most allowed
 */
public record Selection(
        @Nullable List<Long> messageIds,
        @Nullable String reason,
        @Nullable Boolean all,
        @Nullable Integer limit) {

    private static final int MOST = 1000;

    public Selection {
        boolean everything = Boolean.TRUE.equals(all);
        int given = (messageIds == null ? 0 : 1) + (reason == null ? 0 : 1) + (everything ? 1 : 0);
        if (given != 1) {
            throw new InvalidField("messageIds", "or reason or all must be given, and only one of them");
        }
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw new InvalidField("limit", "must be from 1 to " + MOST);
        }
    }

    public static Selection withReason(String reason) {
        return new Selection(null, reason, null, null);
    }

    int most() {
        return limit == null ? MOST : limit;
    }

    @Nullable
    String joinedIds() {
        return messageIds == null
                ? null
                : messageIds.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
