package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Contributor;

/** Addresses of pages elsewhere, in the one form that MusicBrainz keeps of each. */
final class Links {

    private static final String SPOTIFY = "https://open.spotify.com/";

    private Links() {}

    static String album(String spotifyId) {
        return SPOTIFY + "album/" + spotifyId;
    }

    static String artist(String spotifyId) {
        return SPOTIFY + "artist/" + spotifyId;
    }

    static String discogs(Contributor who) {
        return "https://www.discogs.com/artist/" + who.ids().discogs();
    }

    static String instagram(String handle) {
        return "https://www.instagram.com/" + handle + "/";
    }
}
