package dev.producerdiscovery.simulator.musicbrainz;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * What MusicBrainz asks of every caller: to say who it is and how to reach its people, and in what format it wants its
 * answer.
 *
 * @see <a href="https://musicbrainz.org/doc/MusicBrainz_API/Rate_Limiting">the rules</a>
 */
final class Manners {

    private static final Pattern AGENT = Pattern.compile("\\S.*/\\S+.*(@|https?://).+");

    private Manners() {}

    static void check(HttpServletRequest request) {
        String agent = String.valueOf(request.getHeader("User-Agent"));
        if (!AGENT.matcher(agent).matches()) {
            throw new MusicBrainzRefusal(
                    HttpStatus.FORBIDDEN,
                    "Your User-Agent must name the application, its version and a contact: '" + agent + "' does not");
        }
        String accept = String.valueOf(request.getHeader("Accept"));
        if (!"json".equals(request.getParameter("fmt")) && !accept.contains("json")) {
            throw new MusicBrainzErrors.XmlAsked();
        }
    }
}
