package dev.producerdiscovery.provider.tidewater;

import java.util.List;

/** A song, and who produced it. */
public record TidewaterSong(String title, List<String> producers) {}
