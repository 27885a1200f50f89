package dev.producerdiscovery.provider.http;

import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What an answer means. */
public sealed interface Verdict {

    record Fine(JsonNode json) implements Verdict {}

    /** It lives elsewhere, on the same host. */
    record Moved(URI uri) implements Verdict {}

    /** There is no such thing. */
    record Absent() implements Verdict {}

    /** The request itself is wrong; asking again changes nothing. */
    record BadRequest(String message) implements Verdict {}

    /** Too many calls: none before the wait is over. A spent quota concerns only the endpoint's bucket. */
    record Limited(Duration pause, boolean wholeProvider, String message) implements Verdict {}

    /** The access token has expired or is not believed. */
    record TokenRefused(String message) implements Verdict {}

    /** This application may not use the endpoint, whatever it asks for. */
    record NotAllowed(String message) implements Verdict {}

    /** A person has to look after the account or the configuration. */
    record AccountProblem(String message) implements Verdict {}

    /** The provider does not work as it should: 5xx, no JSON, no answer. */
    record Broken(String message) implements Verdict {}
}
