package dev.producerdiscovery.simulator.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the pages that Genius has about an act's recordings, and those that get in the way: translations and copies
 * that outrank the song. Not thread-safe.
 */
final class LyricsPages {

    private static final double OUTRANKS = 1.2;

    private final Scene scene;
    private final Dice dice;
    private final List<LyricsPage> pages = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    LyricsPages(Scene scene) {
        this.scene = scene;
        this.dice = scene.dice().at("pages");
    }

    List<LyricsPage> written() {
        return List.copyOf(pages);
    }

    void about(Release release) {
        release.tracks().forEach(track -> about(track, release));
    }

    private void about(Placement track, Release release) {
        Recording recording = track.recording();
        Contributor artist = recording.song().acts().getFirst().who();
        if (release.takenDown() || artist.ids().genius() == null || !seen.add(recording.makers())) {
            return;
        }
        Dice own = dice.at(recording.key());
        if (!told(recording) && !own.chance(0.4)) {
            return;
        }
        pages.add(page(track, release, own));
        if (recording.version().kind() == Version.Kind.ORIGINAL && own.chance(0.1)) {
            pages.add(translation(recording, own));
        }
    }

    private static boolean told(Recording recording) {
        return recording.credits().stream().anyMatch(credit -> credit.statedBy(Source.GENIUS));
    }

    private LyricsPage page(Placement track, Release release, Dice own) {
        Recording recording = track.recording();
        List<Contributor> acts = recording.song().acts().stream().map(Act::who).toList();
        String label = recording.version().label();
        boolean original = recording.version().kind().sameMakers();
        @Nullable String spotify = own.chance(0.5) ? track.spotifyId() : null;
        return new LyricsPage(
                scene.serials().next(),
                recording.song().title() + (original ? "" : " (" + label + ")"),
                acts.getFirst(),
                acts.subList(1, acts.size()),
                recording.song().featured().stream().map(Act::who).toList(),
                recording,
                recording.credits().stream()
                        .filter(credit -> credit.statedBy(Source.GENIUS))
                        .toList(),
                spotify,
                release.date(),
                release.name(),
                switch (recording.version().kind()) {
                    case COVER -> own.chance(0.5) ? OUTRANKS : 0.9;
                    case ORIGINAL, RADIO_EDIT -> 1.0;
                    case REMIX, LIVE, ACOUSTIC -> 0.9;
                });
    }

    /** Stands under the translators' own account, names the song in full, and knows nothing of its makers. */
    private LyricsPage translation(Recording recording, Dice own) {
        Contributor translators = own.pick(scene.crew().translators());
        String language = translators.name().replaceFirst("^Genius (.*) Translations$", "$1");
        Contributor act = recording.song().acts().getFirst().who();
        String title = act.name() + " - " + recording.song().title() + " (" + language + " Translation)";
        return new LyricsPage(
                scene.serials().next(),
                title,
                translators,
                List.of(),
                // So it is listed among the act's own songs.
                own.chance(0.5) ? List.of(act) : List.of(),
                null,
                List.of(),
                null,
                "2024-02-02",
                "",
                OUTRANKS);
    }
}
