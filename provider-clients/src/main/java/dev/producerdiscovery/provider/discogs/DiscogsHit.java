package dev.producerdiscovery.provider.discogs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release found by a search.
 *
 * @param title artist and title as one text, {@code Hollow Lake - Tides}
 * @param barcodes as typed in, with spaces and check digits as printed
 */
public record DiscogsHit(long id, String title, @Nullable Integer year, List<String> barcodes) {}
