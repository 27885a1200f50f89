package dev.producerdiscovery.descriptor;

/**
 * Describes one provider. Known are those that stand in a {@code META-INF/services} file of this interface's name, each in
 * a line of its own and in the order in which people are told of them.
 */
public interface ProviderDescriptor {

    Provider describe();
}
