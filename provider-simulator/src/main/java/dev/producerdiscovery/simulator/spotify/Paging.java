package dev.producerdiscovery.simulator.spotify;

import dev.producerdiscovery.simulator.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which part of a list is asked for.
 *
 * @param href the address of the list without limit and offset
 */
record Paging(String href, int limit, int offset) {

    /**
     * @param limit as the caller wrote it; null where it did not
     * @param otherwise the limit where none is given
     * @throws SpotifyRefusal 400 where the caller asks for more than it may have
     */
    static Paging of(String href, @Nullable String limit, @Nullable String offset, int otherwise, int most) {
        int rows = limit == null ? otherwise : number(limit, "Invalid limit");
        int start = offset == null ? 0 : number(offset, "Invalid offset");
        if (rows < 1 || rows > 50 || start < 0) {
            throw SpotifyRefusal.badRequest(start < 0 ? "Invalid offset" : "Invalid limit");
        }
        if (rows > most) {
            throw SpotifyRefusal.forGood(HttpStatus.BAD_REQUEST, "Invalid limit");
        }
        return new Paging(href, rows, start);
    }

    <T> Map<String, @Nullable Object> page(List<T> all, Function<T, @Nullable Object> render) {
        return page(all, all.size(), render);
    }

    /** @param total what Spotify says there is, which need not be what it hands out */
    <T> Map<String, @Nullable Object> page(List<T> all, int total, Function<T, @Nullable Object> render) {
        List<@Nullable Object> items = new ArrayList<>();
        all.stream().skip(offset).limit(limit).map(render).forEach(items::add);
        return Json.object(
                "href", at(offset),
                "items", items,
                "limit", limit,
                "next", offset + limit < total ? at(offset + limit) : null,
                "offset", offset,
                "previous", offset > 0 ? at(Math.max(0, offset - limit)) : null,
                "total", total);
    }

    private String at(int start) {
        return href + (href.contains("?") ? "&" : "?") + "offset=" + start + "&limit=" + limit;
    }

    private static int number(String text, String message) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw SpotifyRefusal.badRequest(message);
        }
    }
}
