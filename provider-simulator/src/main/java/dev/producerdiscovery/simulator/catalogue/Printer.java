package dev.producerdiscovery.simulator.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts recordings on releases the way distributors do: features and versions written now this way, now that. Not
 * thread-safe.
 */
final class Printer {

    private final Dice dice;
    private int printed;

    Printer(Dice dice) {
        this.dice = dice;
    }

    List<Placement> tracks(List<Recording> recordings) {
        return tracks(recordings, "", 0);
    }

    /**
     * @param edition what this release adds to every title, such as "2019 Remaster"; may be empty
     * @param isrc which of a recording's codes it carries
     */
    List<Placement> tracks(List<Recording> recordings, String edition, int isrc) {
        List<Placement> tracks = new ArrayList<>();
        Dice release = dice.at("release", ++printed);
        for (Recording recording : recordings) {
            int number = tracks.size() + 1;
            tracks.add(track(recording, edition, isrc, number, release.at(number)));
        }
        return List.copyOf(tracks);
    }

    private Placement track(Recording recording, String edition, int isrc, int number, Dice own) {
        List<Act> guests = recording.song().featured();
        int style = own.between(0, 4);
        List<Act> acts = new ArrayList<>(recording.song().acts());
        if (style != 3) {
            acts.addAll(guests);
        }
        String title = recording.song().title()
                + features(guests, style)
                + suffix(recording.version().label(), own)
                + suffix(edition, own);
        List<String> codes = recording.isrcs();
        return new Placement(
                Ids.spotify(own),
                title,
                recording,
                own.chance(0.02) ? null : codes.get(Math.min(isrc, codes.size() - 1)),
                recording.lengthMs() + (edition.isEmpty() ? 0 : own.between(-1_400, 1_400)),
                1,
                number,
                List.copyOf(acts),
                own.chance(0.2));
    }

    private static String features(List<Act> guests, int style) {
        if (guests.isEmpty() || style == 2) {
            return "";
        }
        String names = guests.stream().map(Act::name).collect(Collectors.joining(" & "));
        return switch (style) {
            case 0 -> " (feat. " + names + ")";
            case 1 -> " (with " + names + ")";
            case 3 -> " (ft. " + names + ")";
            default -> " [feat. " + names + "]";
        };
    }

    private static String suffix(String label, Dice own) {
        if (label.isEmpty()) {
            return "";
        }
        return own.chance(0.6) ? " - " + label : " (" + label + ")";
    }
}
