package dev.producerdiscovery.fleet.process;

/** What to tell those who have met made-up music only. */
public final class RealMusic {

    /** How to get real music, without a key and with one: goes on in a sentence. */
    public static final String HOW = "for real music set MUSICBRAINZ_CONTACT to your e-mail address,"
            + " or SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET";

    private RealMusic() {}
}
