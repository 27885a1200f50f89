package dev.producerdiscovery.catalog;

import dev.producerdiscovery.web.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long answer is asked for.
 *
 * @param page counted from 1
 * @param size rows a page, at most {@value #MAX_SIZE}
 */
public record Paging(@Nullable Integer page, @Nullable Integer size) {

    private static final int MAX_SIZE = 500;
    private static final int DEFAULT_SIZE = 50;
    /** Beyond it an offset no longer fits the database's integer. */
    private static final int MAX_PAGE = 1_000_000;

    public Paging {
        page = page == null ? 1 : page;
        size = size == null ? DEFAULT_SIZE : size;
        if (page < 1 || page > MAX_PAGE) {
            throw new InvalidField("page", "must be from 1 to " + MAX_PAGE);
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidField("size", "must be from 1 to " + MAX_SIZE);
        }
    }

    public int limit() {
        return size == null ? DEFAULT_SIZE : size;
    }

    public int number() {
        return page == null ? 1 : page;
    }

    public int offset() {
        return (number() - 1) * limit();
    }
}
