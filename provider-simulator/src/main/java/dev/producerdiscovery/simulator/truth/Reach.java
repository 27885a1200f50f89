package dev.producerdiscovery.simulator.truth;

import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Catalogue.Placed;
import dev.producerdiscovery.simulator.catalogue.Credit;
import dev.producerdiscovery.simulator.catalogue.LyricsPage;
import dev.producerdiscovery.simulator.catalogue.Recording;
import dev.producerdiscovery.simulator.catalogue.Source;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a way leads from Spotify's tracks to what a source tells about them. */
final class Reach {

    private final Catalogue catalogue;
    private final Set<String> pagesByMakers;

    Reach(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.pagesByMakers = catalogue.pages().stream()
                .map(LyricsPage::recording)
                .filter(recording -> recording != null)
                .map(Recording::makers)
                .collect(Collectors.toSet());
    }

    Set<Source> of(Recording recording, Credit credit) {
        Set<Source> reached = EnumSet.noneOf(Source.class);
        credit.statedBy().stream().filter(source -> leadsTo(source, recording)).forEach(reached::add);
        return reached;
    }

    private boolean leadsTo(Source source, Recording recording) {
        return switch (source) {
            case GENIUS -> pagesByMakers.contains(recording.makers());
            case DISCOGS ->
                catalogue.tracksOf(recording).stream()
                        .anyMatch(placed -> placed.release().discogsId() != null);
            case MUSICBRAINZ ->
                catalogue.tracksOf(recording).stream()
                        .anyMatch(placed -> placed.release().linkedToSpotify() || foundByCode(placed));
        };
    }

    private static boolean foundByCode(Placed placed) {
        Recording recording = placed.track().recording();
        return recording.isrcsAtMusicBrainz() && placed.track().isrc() != null;
    }
}
