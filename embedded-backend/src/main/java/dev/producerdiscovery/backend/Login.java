package dev.producerdiscovery.backend;

/** A database user and its password. */
public record Login(String user, String password) {

    /** Hides the password, because records end up in logs. */
    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
