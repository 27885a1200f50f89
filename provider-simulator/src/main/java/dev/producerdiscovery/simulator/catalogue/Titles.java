package dev.producerdiscovery.simulator.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invents titles, each only once for one act: an act has two songs of one title only on purpose. Not thread-safe. */
final class Titles {

    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    Titles(Dice dice) {
        this.dice = dice;
    }

    String next() {
        String title = invent();
        while (!taken.add(title)) {
            title = invent();
        }
        return title;
    }

    private String invent() {
        String adjective = dice.pick(Vocabulary.ADJECTIVES);
        String noun = dice.pick(Vocabulary.NOUNS);
        return switch (dice.between(0, 11)) {
            case 0, 1, 2 -> adjective + " " + noun;
            case 3 -> noun + " in " + dice.pick(Vocabulary.PLACES);
            case 4 -> dice.pick(Vocabulary.VERBS) + " Me " + dice.pick(List.of("Slowly", "Twice", "Home", "Under"));
            case 5 -> dice.between(2, 99) + " " + noun + "s";
            case 6 -> dice.pick(Vocabulary.VERBS) + " the " + noun;
            case 7 -> "Don't " + dice.pick(Vocabulary.VERBS) + " My " + noun;
            case 8 -> noun + " (" + adjective + " Again)";
            case 9 -> noun + " & " + dice.pick(Vocabulary.NOUNS);
            case 10 -> dice.pick(List.of("Élan de ", "Señal, ", "Für ", "Ça, c'est ")) + noun;
            default -> noun + ", Pt. " + dice.between(1, 3);
        };
    }
}
