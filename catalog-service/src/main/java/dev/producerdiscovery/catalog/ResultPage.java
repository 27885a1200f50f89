package dev.producerdiscovery.catalog;

import java.util.List;

/**
 * One page of a longer answer.
 *
 * @param total how many rows all pages have; {@value #COUNTED} + 1 stands for any larger number, because counting a
 *     million rows would take longer than finding the page
 */
public record ResultPage<T>(List<T> items, int page, int size, long total) {

    private static final long COUNTED = 10_000;

    public static <T> ResultPage<T> of(List<T> items, Paging paging, long total) {
        return new ResultPage<>(items, paging.number(), paging.limit(), total);
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return total > COUNTED ? items.size() == size : (long) page * size < total;
    }

    /** The total as people read it. */
    public String totalText() {
        return total > COUNTED ? "more than %,d".formatted(COUNTED) : Long.toString(total);
    }

    /** Number of the first row on this page, counted from 1. */
    public long first() {
        return items.isEmpty() ? 0 : (long) (page - 1) * size + 1;
    }

    public long last() {
        return items.isEmpty() ? 0 : first() + items.size() - 1;
    }
}
