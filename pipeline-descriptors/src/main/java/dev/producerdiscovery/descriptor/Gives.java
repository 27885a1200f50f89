package dev.producerdiscovery.descriptor;

/**
 * What people are told of a provider, in Markdown.
 *
 * @param what it is used for
 * @param calls what that costs
 * @param access what one needs to be let in
 */
public record Gives(String what, String calls, String access) {}
