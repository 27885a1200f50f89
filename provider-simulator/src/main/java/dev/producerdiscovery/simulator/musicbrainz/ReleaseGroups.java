package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Release;
import dev.producerdiscovery.simulator.catalogue.Version;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which editions belong together: a deluxe or remastered one with its album, but no single. */
final class ReleaseGroups {

    private static final Pattern EDITION = Pattern.compile("( \\((Deluxe.*|\\d{4} Remaster)\\)|: Expanded)$");

    /** Singles of that many tracks are EPs at MusicBrainz. */
    private static final int TRACKS_OF_AN_EP = 3;

    private final Map<Release, ReleaseGroup> groups = new HashMap<>();

    ReleaseGroups(Collection<Edition> editions) {
        editions.stream()
                .map(Edition::release)
                .distinct()
                .collect(Collectors.groupingBy(ReleaseGroups::key))
                .values()
                .stream()
                .forEach(together -> {
                    ReleaseGroup group = group(together, editions);
                    together.forEach(release -> groups.put(release, group));
                });
    }

    ReleaseGroup of(Release release) {
        return Objects.requireNonNull(groups.get(release));
    }

    private static ReleaseGroup group(List<Release> together, Collection<Edition> editions) {
        Release any = together.getFirst();
        String firstDate = editions.stream()
                .filter(edition -> together.contains(edition.release()))
                .map(Edition::date)
                .filter(Objects::nonNull)
                .sorted()
                .findFirst()
                .orElse("");
        return new ReleaseGroup(
                MbIds.of("release-group", key(any)), title(any), primary(any), secondary(any), any.acts(), firstDate);
    }

    private static String key(Release release) {
        return release.acts().getFirst().spotifyId() + "/" + release.kind() + "/" + title(release);
    }

    private static String title(Release release) {
        return EDITION.matcher(release.name()).replaceFirst("");
    }

    private static String primary(Release release) {
        if (release.kind() != Release.Kind.SINGLE) {
            return "Album";
        }
        return release.tracks().size() < TRACKS_OF_AN_EP ? "Single" : "EP";
    }

    private static List<String> secondary(Release release) {
        if (release.kind() == Release.Kind.COMPILATION) {
            return List.of("Compilation");
        }
        boolean concert = release.tracks().stream()
                .allMatch(track -> track.recording().version().kind() == Version.Kind.LIVE);
        return concert ? List.of("Live") : List.of();
    }
}
