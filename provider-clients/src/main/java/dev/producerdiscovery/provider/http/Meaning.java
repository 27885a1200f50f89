package dev.producerdiscovery.provider.http;

import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What an answer means. */
public sealed interface Meaning {

    record Fine(JsonNode json) implements Meaning {}

    /** It lives elsewhere, on the same host. */
    record Moved(URI uri) implements Meaning {}

    /** There is no such thing. */
    record Absent() implements Meaning {}

    /** The request itself is wrong; asking again changes nothing. */
    record BadRequest(String message) implements Meaning {}

    /** Too many calls: none before the wait is over. A spent quota concerns only the endpoint's bucket. */
    record Limited(Duration pause, boolean wholeProvider, String message) implements Meaning {}

    /** The access token has expired or is not believed. */
    record TokenRefused(String message) implements Meaning {}

    /** This application may not use the endpoint, whatever it asks for. */
    record NotAllowed(String message) implements Meaning {}

    /** A person has to look after the account or the configuration. */
    record AccountProblem(String message) implements Meaning {}

    /** The provider does not work as it should: 5xx, no JSON, no answer. */
    record Broken(String message) implements Meaning {}
}
