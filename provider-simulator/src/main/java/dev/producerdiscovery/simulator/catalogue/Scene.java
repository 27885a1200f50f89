package dev.producerdiscovery.simulator.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * A dozen acts and the people they share. Every scene holds each kind of trouble at least once.
 *
 * @param acts grows while the scene is generated: an act works with those that came before it
 */
record Scene(int number, Dice dice, Serials serials, Crew crew, List<Act> guests, List<Act> acts) {

    static final int ACTS = 12;

    Scene(int number, Dice dice, Serials serials, Crew crew, List<Act> guests) {
        this(number, dice, serials, crew, guests, new ArrayList<>());
    }
}
